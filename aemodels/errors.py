"""What can go wrong, by kind; every message says what is wrong and ends with what to do."""


class AutoencoderError(Exception):
    """Base of the errors this project raises on purpose: their text may be shown to anybody."""


class BadInput(AutoencoderError):
    """What no model can take: no numbers, another shape, values out of range, or meant for another kind of model."""


class BadImage(BadInput):
    """A picture that cannot become a model's input: empty, uniform, damaged, no picture at all."""


class BadText(BadInput):
    """A text that no model for sentences can read."""


class UnknownVariant(AutoencoderError):
    """A name that no file in `variants/` carries."""


class BadCheckpoint(AutoencoderError):
    """A checkpoint that is missing, damaged, or was made for another architecture."""


class MissingData(AutoencoderError):
    """A data set that is not in the data folder."""


class UnfinishedRun(AutoencoderError):
    """A training that cannot go on: its state is damaged, its code or recipe has changed, or it is under way."""


class CannotWrite(AutoencoderError):
    """A file that cannot be written: the disk is full, or the folder is closed."""
