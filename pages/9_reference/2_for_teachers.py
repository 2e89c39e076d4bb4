"""For teachers

Lesson plans with links to exact screens, what goes wrong in class, and sheets to print.
"""

import streamlit as st

from ui import next_page, state, words
from ui.components.print_button import print_button
from ui.controls import Control
from ui.sections.for_teachers import sheets
from ui.sections.for_teachers.plans import PLANS

CONTROLS = {
    "sheet": Control("Sheet", "45", ("20", "45", "90", "trouble", "worksheet", "answers")),
}
SHEETS = {name: f"{name} minutes" for name in PLANS} | {
    "trouble": "What goes wrong",
    "worksheet": "Worksheet",
    "answers": "Answers",
}

with st.container(key="screen_only"):
    st.title("For teachers")
    words.markdown(
        "How do you teach autoencoders in one lesson? Choose a plan; its links lead to the exact screens. Everything "
        "here prints as it stands, one sheet at a time."
    )
    words.markdown(
        "**Presenter mode** makes any page readable from the last row. **Alt+P** turns it on and off. → or Page Down "
        "leads to the next page, ← or Page Up back, so a clicker works. **N** opens speaker notes in a second window, "
        "**Q** shows the screen as a QR code for the class, **Escape** leaves. While the drawing pad or a field is in "
        "use, keys belong to it: click beside it first."
    )
    st.page_link(
        next_page.path_of("start_here"),
        label="**Present now**",
        icon=":material/present_to_all:",
        query_params={"present": "1"},
    )
    sheet = state.switch("sheet", words=SHEETS)
    print_button("print_sheet", "Print this sheet")

if sheet in PLANS:
    sheets.plan(sheet)
elif sheet == "trouble":
    sheets.trouble()
else:
    sheets.worksheet(answers=sheet == "answers")
