"""The app's script, run for every visit and every choice: the frame, and the page within it."""

from pages.parts import frame

frame.draw()
