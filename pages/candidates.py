"""x"""
import streamlit as st
from pages.parts import shell
st.write("candidates", shell.view())
