"""Spreadsheets of others into the dataset `resmi`.

The way of a file: `reading` (bytes to sheets, in a child process) → `recognise` (which kind, which
column is which) → `extract` (rows and findings) → `merging` (into what is held already) →
`publishing` (a version, and the dataset built from it).
"""
