"""How the lesson looks: the task list that stays in view, the place that is next, and the certificate on paper."""

from ui.sections.lesson.step import HERE

VIEWS = {
    "before": "Questions before",
    "after": "Questions after",
    "certificate": "Certificate",
    "class": "A class's answers (teachers)",
}
STICKY = """<style>
:root {
  --bar: calc(3.75rem + var(--lesson-tasks, 0px));
  --under: calc(var(--bar) + 0.85rem);
  --expert: none; --amount-name: "Amount of noise"; --by-hand: none; --course-columns: 1 / -1; --rebuilt-order: 1;
  --course-order: 0;
}
[data-testid=stMain] { scroll-padding-top: var(--under); }
:has(> .st-key-lesson_tasks) { position: sticky; top: 3.75rem; z-index: 90; margin-bottom: 0.5rem; }
.lesson-read :has(> .st-key-lesson_tasks), .lesson-read :has(> .st-key-lesson_answer), .lesson-read .st-key-cut {
  position: static;
}
.st-key-lesson_sentence { border-left: 5px solid #6678e0; }
[class*="st-key-lesson_task_"] { border-radius: 12px; }
.st-key-lesson_answer { flex-direction: column-reverse; gap: 0; }
.st-key-lesson_verdict { min-height: 2.6rem; }
.st-key-lesson_asked { min-height: 2.6rem; justify-content: center; }
:has(> .st-key-lesson_asked) { order: 1; }
:has(> .st-key-lesson_reading) { order: 2; }
.st-key-lesson_task_0:has(.st-key-lesson_asked) { position: relative; container-type: inline-size; }
@container (min-width: 561px) {
  :has(> .st-key-lesson_asked) { /* below the picture, beside the plane */
    --plane: min(100cqi, 128vh, 900px);
    --beside: max(196px, 0.31 * var(--plane));
    position: absolute;
    z-index: 1;
    top: calc(var(--beside) + 12px);
    left: calc(var(--plane) - var(--beside));
    width: var(--beside);
  }
}
@media (max-width: 640px) {
  [data-testid=stMainBlockContainer] { padding-top: 3.5rem; }
  .st-key-lesson_places + * h2 { padding-top: 0; }
  .st-key-lesson_asked { min-height: 5.2rem; justify-content: flex-start; }
  :has(> .st-key-lesson_asked) { margin-top: -1rem; }
  [class*="st-key-lesson_task_"] { margin-top: 6px; }
  :has(> .st-key-lesson_answer), .st-key-cut { /* beside what is tapped, one sees what became of it */
    position: sticky;
    top: var(--bar);
    z-index: 80;
  }
  .st-key-lesson_answer, .st-key-cut {
    padding: 0.75rem 0 6px;
    background: light-dark(#fcfcfa, #14161f);
    box-shadow: 0 4px 8px -4px rgb(0 0 0 / 35%);
  }
  .st-key-lesson_answer { flex-direction: row-reverse; align-items: center; gap: 10px; border-radius: 0 0 12px 12px; }
  .st-key-lesson_answer > :last-child { flex: 0 0 180px; width: 180px; }
  .st-key-lesson_answer > :first-child { flex: 1; width: auto; min-width: 0; }
  .st-key-cut { --columns: repeat(4, minmax(0, 1fr)); }
  .st-key-lesson_answer p { font-size: 0.9rem; line-height: 1.35; }
  .st-key-lesson_top { gap: 0.25rem; }
  .st-key-lesson_top h1 { padding: 0; font-size: 1.25rem; }
  :has(> * > .st-key-lesson_about_on), .st-key-lesson_about_on { display: none; }
}
@media (max-height: 560px) {
  :root { --bar: 3.75rem; }
  :has(> .st-key-lesson_tasks) { position: static; }
}
</style>"""
PRINTED = """<style>
@media print {
  @page { margin: 12mm; }
  [data-testid=stSidebar], [data-testid=stHeader], [data-testid=stToolbar], [data-testid=stHeading],
  .st-key-lesson_top, .st-key-lesson_places { display: none !important; }
  html, body, .stApp, [data-testid=stAppViewContainer], [data-testid=stMain], section, main {
    position: static !important; display: block !important; overflow: visible !important; height: auto !important;
    background: #fff !important;
  }
  [data-testid=stMainBlockContainer] { padding: 0 !important; max-width: none !important; }
}
</style>"""


def highlighted(task: int | None) -> str:
    """Return what makes the place of a task stand out; of none, if all are done."""
    if task is None:
        return "<style></style>"
    place = f".st-key-{HERE}{task}"
    return f"<style>{place} {{ outline: 3px solid #6678e0; outline-offset: 3px; }}</style>"
