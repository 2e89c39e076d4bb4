"""Step 3: what a deep network gains."""

from ui import layout, models, sample, state
from ui.flow import flow
from ui.sections.lesson.step import Doing, Outcome, Picture, Scale, Step, cards, is_drawn

LINEAR, DEEP = "pca_2", "deep_2d"


def do(doing: Doing) -> Outcome:
    """Send one digit through PCA and through a deep network, both with two numbers."""
    by_name = dict(zip((LINEAR, DEEP), cards(LINEAR, DEEP), strict=True))
    left, right = layout.beside()
    with left, doing.place(0):
        study = sample.drawn()
    with right:
        with doing.place(1):
            method = state.switch("method", words={LINEAR: "PCA", DEEP: "Deep network"})
        image = study.normalised.image
        rebuilt = {name: models.rebuild(card, image) for name, card in by_name.items()}
        flow("flow", rebuilt[method], study)
    doing.did(0, is_drawn(study))
    doing.did(1, method == DEEP and doing.done[0])
    test = by_name[DEEP].figures.test
    share = 100 * test["mse_to_pca"]
    own = 100 * rebuilt[DEEP].error / max(rebuilt[LINEAR].error, 1e-9)
    text = (
        f"On 10,000 test digits the deep network's error is {share:.0f} % of PCA's ({test['mse']:.4f} "
        f"against {test['pca_mse']:.4f} a pixel). On your digit it is {own:.0f} %."
    )
    pictures = [Picture("yours", image), Picture("PCA", rebuilt[LINEAR].x_hat), Picture("deep", rebuilt[DEEP].x_hat)]
    return Outcome(text, round(share), pictures)


STEP = Step(
    title="Depth",
    question="What does a deep network gain?",
    idea="A **deep** network works in many layers, one after the other. Here it and PCA, the method without a network "
    "from step 2, may each keep **two numbers** of a digit. The **error** says how much the copy "
    "differs from the original.",
    asks="How large is the deep network's error, compared with PCA's? 100 % would be the same.",
    guess=Scale(0, 150, 5, "% of PCA's error"),
    tasks=(
        "Draw a digit, or tap one. Look at the dots under “Code”: each is a digit, its colour says which.",
        "Switch to the deep network. How do the dots lie now?",
    ),
    do=do,
    sentence="Between its layers a deep network is **non-linear**, so it can bend its map of the digits: most kinds "
    "of digit get a place of their own, instead of lying on top of each other.",
    page="pca_against_autoencoder",
    address={},
)
