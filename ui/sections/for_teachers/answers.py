"""What a good answer to each question of the plans says, for teachers who have never taught this."""

ANSWERS = {
    "How would you describe this digit over the phone, with only twenty numbers?": (
        "For instance by slant, thickness, size and roundness. The network finds such numbers by itself, but they are "
        "seldom so easy to name."
    ),
    "What do all of the bad ones have in common?": (
        "Most keep only two or three numbers. The others were not trained to copy, but to remove noise, say."
    ),
    "Where on this plane would a 3 that looks like an 8 lie?": (
        "Between the dots of the threes and those of the eights. Draw one and see."
    ),
    "Has it understood what a digit is? What speaks for it, what against?": (
        "For: it rebuilds digits that it has never seen. Against: it makes a digit of a star, too, and cannot name one."
    ),
    "784 numbers go in, 20 get through: what must be lost?": (
        "What is rare: bumps, gaps, ornaments. What all digits share need not get through: the decoder has learnt it."
    ),
    "Why are there grey ghosts around the strokes?": (
        "PCA can only add and take away whole patterns. Each brings ink in places where this digit has none, and a few "
        "patterns cannot cancel all of it."
    ),
    "Which model would you rather draw new digits from?": (
        "From the VAE (2-D): nearly every place on its plane shows something like a digit. The other has more holes."
    ),
    "Is the result your digit, or one that the model made up?": (
        "With little noise it is yours. Where hardly anything is left, the model shows a digit that fits what is left."
    ),
    "Who got below PCA’s line, and how?": (
        "Most do, after a few hundred steps. Nobody does with the button “Learns PCA”: then the network, too, can only "
        "add."
    ),
    "What did the network find out that nobody told it?": (
        "What digits have in common: strokes, slants and loops, and which of them go together."
    ),
    "Nobody drew these. Who is their author?": (
        "An open question. Those who wrote the digits in training, those who built the model, chance: all had a part."
    ),
    "Why does everything look alike in the last one?": (
        "Pixels count 784 times too little there. So the model ignores the picture, the code says nothing, and the "
        "best that the decoder can draw is the mean of all digits."
    ),
    "The network saw no labels. Why do classes lie together?": (
        "Similar pictures get similar codes, and pictures of one digit are mostly similar. A sloppy 4 lies among the "
        "9s."
    ),
    "Where would you trust such an alarm, where not?": (
        "Where odd things look unlike anything in training. Not for simple shapes: a bar passes as a 1. And of a "
        "hundred ordinary digits, about five set it off."
    ),
    "What did a good reconstruction not bring?": (
        "Better guesses at what a digit is called: the plain autoencoder’s code helps nowhere. The denoising encoder’s "
        "helps when labels are few."
    ),
}
