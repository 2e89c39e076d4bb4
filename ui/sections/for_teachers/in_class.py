"""What goes wrong in class, and what to do."""

TROUBLE = (
    (
        "Students cannot open the address.",
        "“localhost” only works on your own computer. Show the QR code (Alt+P, then Q): it holds the address in your "
        "network. If that fails too, the network keeps devices apart: use your phone’s hotspot, or only the projector.",
    ),
    (
        "The network is slow, or there is none.",
        "The app needs no internet, only the way to your computer. Each device fetches about 2 MB once. Let everybody "
        "open the first page before the lesson.",
    ),
    (
        "Everything becomes slow when thirty arrive.",
        "Drawing runs on the students’ devices, so this passes in seconds. If not, close other programs on your "
        "computer. For several classes at once, whoever installed the app starts it with `make serve REPLICAS=3`, "
        "typed in its folder.",
    ),
    (
        "“It does not recognise my digit.”",
        "It does not recognise, it copies. Draw large, in the middle, with one finger. “Reconstruct” shows at its end "
        "how the computer sees a drawing.",
    ),
    (
        "Somebody draws what should not be on the projector.",
        "Only your screen is on the projector; no student sees another’s drawing. Clear empties the pad.",
    ),
    (
        "A student is lost on another page.",
        "Show the QR code of your screen: it holds page, model and settings. The menu opens at the top left.",
    ),
    (
        "The connection breaks.",
        "A sentence says so. Keep drawing: the page connects again by itself, and the drawing is safe.",
    ),
    (
        "“So it understands digits.”",
        "Draw a star on a model that knows only digits, then ask again. Good reconstruction is not understanding: "
        "“Few labels” measures it.",
    ),
    (
        "The clicker does nothing.",
        "Keys go to the field or the pad that was used last. Click beside it once.",
    ),
)
"""What happens, and the remedy."""
