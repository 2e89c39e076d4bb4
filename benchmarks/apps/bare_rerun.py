"""The least that Streamlit can do: a component's click, a rerun, one changed line."""

import streamlit as st

JS = """
export default function ({ parentElement, setTriggerValue, data }) {
  const button = parentElement.querySelector("button");
  button.onclick = () => setTriggerValue("clicked", data);
  parentElement.querySelector("output").textContent = data;
}
"""

component = st.components.v2.component("bare", html="<button>Next</button><output></output>", js=JS)
count = st.session_state.get("count", 0)


def advance() -> None:
    """Count the click."""
    st.session_state["count"] = count + 1


component(key="bare", data=count, on_clicked_change=advance)
