"""Lesson plans: what to do on which screen, for how long, and what to ask."""

from typing import NamedTuple


class Step(NamedTuple):
    """A part of a lesson on one screen.

    Attributes:
        minutes: How long it takes.
        screen: Title of the page.
        address: The exact screen, relative to the app's own address.
        do: What to do.
        ask: What to ask the class; "" for nothing.
        lesson: Number of the lesson's step on the same subject; "" for none.
    """

    minutes: int
    screen: str
    address: str
    do: str
    ask: str = ""
    lesson: str = ""


class Plan(NamedTuple):
    """A lesson.

    Attributes:
        goal: What students can say afterwards.
        needs: What to prepare.
        steps: In order.
    """

    goal: str
    needs: str
    steps: tuple[Step, ...]

    @property
    def minutes(self) -> int:
        """How long all steps take."""
        return sum(step.minutes for step in self.steps)


SHORT = Plan(
    "Students can say what an autoencoder keeps of a picture, and why something is lost.",
    "One computer and a projector. Nothing has to be installed on students’ devices.",
    (
        Step(
            *(5, "Start here", "start_here"),
            "Draw a 3, slowly. Point at the three parts: encoder, code, decoder.",
            "How would you describe this digit over the phone, with only twenty numbers?",
            lesson="1",
        ),
        Step(
            *(5, "Reconstruct", "reconstruct?model=deep_30d"),
            "Let a student draw. Before you scroll down to the other models, the class votes which kind of model is "
            "best.",
            "What do all of the bad ones have in common?",
        ),
        Step(
            *(6, "Latent plane", "latent_plane?model=vae_2d"),
            "Model: VAE (2-D). Move over the plane from class to class. Draw a digit between 4 and 9: where does it "
            "land?",
            "Where on this plane would a 3 that looks like an 8 lie?",
            lesson="5",
        ),
        Step(
            *(4, "Reconstruct", "reconstruct?model=vae_2d"),
            "Model: VAE (2-D), two numbers. Draw a star and a letter: both come back as something like a digit. (The "
            "Deep autoencoder (30-D) keeps 30 numbers and rebuilds many letters well.)",
            "Has it understood what a digit is? What speaks for it, what against?",
        ),
    ),
)
LESSON = Plan(
    "Students can explain code, reconstruction error and noise, and have trained an autoencoder themselves.",
    "A device for every two students, phones will do. Put the QR code of the first screen on the projector: press "
    "Alt+P, then Q.",
    (
        Step(
            *(5, "Start here", "start_here"),
            "Draw a digit in front of the class, then let everybody draw on their own device.",
            "784 numbers go in, 20 get through: what must be lost?",
            lesson="1",
        ),
        Step(
            *(8, "PCA or autoencoder", "pca_against_autoencoder?components=10"),
            "First say: **PCA** starts from the mean of all digits and adds fixed patterns, each as strongly as one "
            "number says. Students move the slider from 0 to 32 and write down from where on they can read their "
            "digit.",
            "Why are there grey ghosts around the strokes?",
            lesson="2",
        ),
        Step(
            *(8, "Latent plane", "latent_plane?model=vae_2d"),
            "Students look for the strangest picture on the plane of VAE (2-D), then choose “Deep autoencoder (2-D)” "
            "and look for a **hole**, a place whose picture is no digit.",
            "Which model would you rather draw new digits from?",
            lesson="5",
        ),
        Step(
            *(8, "Denoise", "denoise?denoiser=denoising_conv"),
            "Turn up the noise until nobody can read the digit. Compare filters and networks.",
            "Is the result your digit, or one that the model made up?",
            lesson="6",
        ),
        Step(
            *(12, "Train one", "train_one"),
            "Everybody presses Train. Then each pair changes one thing and guesses first what will happen.",
            "Who got below PCA’s line, and how?",
            lesson="10",
        ),
        Step(
            *(4, "Reconstruct", "reconstruct?model=deep_30d"),
            "Hand out the worksheet, or collect one sentence from each pair.",
            "What did the network find out that nobody told it?",
        ),
    ),
)
DOUBLE = Plan(
    "Students can also explain what a variational autoencoder changes, and judge where reconstruction error misleads.",
    "A device for every two students, and the printed worksheet.",
    (
        *LESSON.steps[:3],
        Step(
            *(10, "Sample", "sample?temperature=1.0"),
            "Look for the best and the worst sample. Then choose VAE (20-D), and set the temperature to 2.",
            "Nobody drew these. Who is their author?",
            lesson="7",
        ),
        Step(
            *(12, "What the loss does", "what_the_loss_does?loss=vae_beta_1"),
            "Move β step by step, the class predicts each time: will the dots spread or crowd together?",
            "Why does everything look alike in the last one?",
        ),
        Step(
            *(8, "Map of codes", "map_of_codes"),
            "Students draw a digit and read off its nearest neighbours. Point at a dot far from its class.",
            "The network saw no labels. Why do classes lie together?",
        ),
        LESSON.steps[3],
        Step(
            *(10, "Odd one out", "odd_one_out?rate=5"),
            "The class bets on each example: alarm or not? Then leave out the digit 1.",
            "Where would you trust such an alarm, where not?",
            lesson="9",
        ),
        LESSON.steps[4],
        Step(
            *(9, "Few labels", "few_labels?labelled=mnist"),
            "Read the chart together, from the left. Close with the worksheet.",
            "What did a good reconstruction not bring?",
        ),
    ),
)
PLANS = {"20": SHORT, "45": LESSON, "90": DOUBLE}
"""By their minutes."""
