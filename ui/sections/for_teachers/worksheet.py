"""A sheet of tasks for students, and its answers."""

from typing import NamedTuple


class Task(NamedTuple):
    """One task.

    Attributes:
        screen: Title of the page.
        address: The exact screen, relative to the app's own address.
        text: What to do and to answer.
        answer: What a good answer says.
        lines: How many lines there are to write on.
    """

    screen: str
    address: str
    text: str
    answer: str
    lines: int = 2


TASKS = (
    Task(
        *("Start here", "start_here"),
        "Draw a digit. How many numbers go in, and how many get through the narrow middle?",
        "784 pixels go in (28 × 28), 20 numbers get through.",
        1,
    ),
    Task(
        *("Reconstruct", "reconstruct?model=deep_30d"),
        "Model: Deep autoencoder (30-D). Draw the same digit carefully, then sloppily. Which one has the smaller "
        "error, and why?",
        "Usually the careful one: it is closer to the digits in training, and its strokes need no special description.",
    ),
    Task(
        *("PCA or autoencoder", "pca_against_autoencoder?components=0"),
        "Move the slider up. From how many components on can you read your digit? What does it look like with none?",
        "With none it is the mean of all digits, a grey blot. With some 10 to 20, most digits can be read.",
    ),
    Task(
        *("Latent plane", "latent_plane?model=vae_2d"),
        "Model: VAE (2-D). Find a point at which one digit turns into another. Which two? Sketch the digit in between.",
        "Any neighbours on the plane, often 4 and 9, or 3, 5 and 8. In between, the picture is a mixture of the two.",
        3,
    ),
    Task(
        *("Latent plane", "latent_plane?model=deep_2d"),
        "Model: Deep autoencoder (2-D); choose it in the list. Look for a place that shows no digit. Why does this "
        "model have such places?",
        "Each training digit got one point, and nothing asked what lies between the points. A variational autoencoder "
        "is trained to fill its plane.",
    ),
    Task(
        *("Denoise", "denoise?denoiser=denoising_conv"),
        "Model: Denoising autoencoder (conv). Turn up the noise. At which amount does the result stop being your "
        "digit? What does the model do then?",
        "Depends on the digit. With too much noise it shows a digit that fits what is left: it makes one up.",
    ),
    Task(
        *("Odd one out", "odd_one_out?model=deep_30d&rate=5"),
        "Model: Deep autoencoder (30-D). Find a drawing that is no digit and sets off no alarm. What does that say "
        "about such alarms?",
        "Simple strokes, such as a bar like a 1, are easy to rebuild. A small error does not prove that something is "
        "ordinary.",
    ),
    Task(
        *("Train one", "train_one"),
        "Train once as it is. Then change one setting: first write down what you expect, then what happened.",
        "For instance: a smaller code gives a larger error; a learning rate that is too large makes the error jump.",
        3,
    ),
)
