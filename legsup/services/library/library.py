"""The shelf of sequences: those that the app ships, and those in the person's own folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from legsup.domain.fault import Fault, FaultyFileError
from legsup.domain.postures import POSTURES, Posture
from legsup.domain.sequence import SHIPPED
from legsup.foreign import is_file_name
from legsup.services.library.parts import read_parts
from legsup.services.library.poses import is_pose, pose_from
from legsup.services.library.reader import Reader
from legsup.services.library.toml import read_table

if TYPE_CHECKING:
    from legsup.domain.body.pose import Pose
    from legsup.domain.sequence import Parts, Sequence


class UnknownSequenceError(LookupError):
    """Nothing is called ``name``; ``known`` names what there is."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        """Carry what was looked for, and what there is."""
        super().__init__(name)
        self.name = name
        self.known = known


class Library:
    """Finds sequences in ``assets`` (the folder that ships with the app) and in ``own``, which need not exist."""

    def __init__(self, assets: Path, own: Path | None = None) -> None:
        """Take the two folders; no sequence is read yet."""
        self._shipped = assets / "sequences"
        self._own = own
        poses = {file.stem: _posture(file) for file in (assets / "poses").glob("*.toml")}
        self._reader = Reader(poses, self._shipped / "parts")
        self._faults: tuple[Fault, ...] = ()

    def sequences(self) -> tuple[Sequence, ...]:
        """Read all sequences, the shipped first; what is wrong with a bad file then stands in ``faults``."""
        shelf: dict[str, Sequence] = {}
        faults: list[Fault] = []
        for file, source in (*self._shipped_files(), *self._own_files(faults)):
            try:
                sequence = self._reader.sequence(file, source)
            except FaultyFileError as error:
                faults.extend(error.faults)
                continue
            if sequence.id in shelf:
                faults.append(Fault(str(file), "id", "an id that no other sequence has", repr(sequence.id)))
            else:
                shelf[sequence.id] = sequence
        self._faults = tuple(faults)
        return tuple(shelf.values())

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What was wrong with the files that the last ``sequences`` left out."""
        return self._faults

    def load_file(self, path: Path) -> Sequence:
        """Read any sequence file.

        Raises:
            FaultyFileError: with everything that is wrong with the file.
        """
        return self._reader.sequence(path, str(path))

    def load_any(self, path: Path) -> Sequence | Pose:
        """Read the file of a sequence or of a pose, whichever it holds.

        Raises:
            FaultyFileError: with everything that is wrong with the file.
        """
        table = read_table(path)
        if is_pose(table):
            return pose_from(table, path.stem, str(path))
        return self._reader.sequence_from(table, path, str(path))

    def find(self, name_or_path: str) -> Sequence:
        """Find a sequence by its id, or read the file of that path.

        Raises:
            UnknownSequenceError: there is neither.
            FaultyFileError: the file is no sound sequence.
        """
        if is_file_name(name_or_path):
            return self.load_file(Path(name_or_path))
        for file, source in self._shipped_files():
            if file.stem == name_or_path:
                return self._reader.sequence(file, source)
        known = self.sequences()
        for sequence in known:
            if sequence.id == name_or_path:
                return sequence
        raise UnknownSequenceError(name_or_path, tuple(sequence.id for sequence in known))

    def parts(self) -> Parts:
        """Read what every practice shares: the desk, "I'm up", the way out when dizzy, the phrases.

        Raises:
            FaultyFileError: the app's own files are damaged.
        """
        return read_parts(self._reader, self._shipped / "parts")

    def _shipped_files(self) -> list[tuple[Path, str]]:
        order = read_table(self._shipped / "parts" / "shelf.toml")["order"]
        return [(self._shipped / f"{name}.toml", SHIPPED) for name in order]

    def _own_files(self, faults: list[Fault]) -> list[tuple[Path, str]]:
        if self._own is None:
            return []
        try:
            return [(file, str(file)) for file in sorted(self._own.iterdir()) if is_file_name(file.name)]
        except FileNotFoundError:
            return []
        except OSError as error:
            faults.append(
                Fault(str(self._own), "", "a folder that can be read", error.strerror or str(error))
            )
            return []


def _posture(file: Path) -> Posture:
    """Tell a pose's posture: a shipped one's stands in the table, another's in its own file."""
    if file.stem in POSTURES:
        return POSTURES[file.stem]
    try:
        said = read_table(file).get("posture")
    except FaultyFileError:
        return Posture.LYING  # what is wrong with a pose's file is told where poses are read
    return Posture(said) if said in set(Posture) else Posture.LYING
