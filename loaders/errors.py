"""What can go wrong with a user's input: each error says what was found, where, and what to do."""


class SamspilError(Exception):
    """Bad input or usage; its text is a whole sentence for the user, and the exit status is 2."""


class UnreadableDocument(SamspilError):
    """A file that cannot be read as a document: empty, binary, damaged, encrypted, image-only or too large."""

    def __init__(self, name: str, cause: str, remedy: str) -> None:
        self.name, self.cause, self.remedy = name, cause, remedy
        super().__init__(f"{name}: {cause}. {remedy}")
