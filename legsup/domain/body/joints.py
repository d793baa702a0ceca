"""The joints of the figure: their names, which way each angle counts, and how far each may go.

Angle 0 is upright standing with the palms forward. Ranges follow the usual clinical tables of joint motion (American
Academy of Orthopaedic Surgeons), widened where a supple person at rest on the floor goes further.
"""

from __future__ import annotations

#: Angles along the spine, degrees: bend forward, lean to the right and twist to the right are positive.
SPINE_RANGES = {
    "waist_bend": (-35.0, 60.0),
    "waist_lean": (-30.0, 30.0),
    "waist_twist": (-25.0, 25.0),
    "chest_bend": (-25.0, 45.0),
    "chest_lean": (-25.0, 25.0),
    "chest_twist": (-35.0, 35.0),
    "neck_bend": (-35.0, 40.0),
    "neck_lean": (-35.0, 35.0),
    "neck_twist": (-45.0, 45.0),
    "head_bend": (-30.0, 30.0),
    "head_lean": (-20.0, 20.0),
    "head_twist": (-45.0, 45.0),
}

#: Angles of a limb, degrees. Bends fold the joint (the shoulder and hip bring the limb forward), spreads lead away from the
#: middle, twists turn outward, ``ankle_bend`` draws the toes to the shin, ``forearm_turn`` turns the palm inward and back.
LIMB_RANGES = {
    "shoulder_bend": (-60.0, 180.0),
    "shoulder_spread": (-45.0, 170.0),
    "shoulder_twist": (-95.0, 95.0),
    "elbow_bend": (-5.0, 150.0),
    "forearm_turn": (-5.0, 175.0),
    "wrist_bend": (-85.0, 85.0),
    "hip_bend": (-25.0, 140.0),
    "hip_spread": (-30.0, 75.0),
    "hip_twist": (-45.0, 75.0),
    "knee_bend": (-5.0, 160.0),
    "ankle_bend": (-70.0, 30.0),
}

SIDES = ("left", "right")


def other_side(name: str) -> str:
    """Name the same angle, joint or part of the other side of the body; names of the middle stay."""
    if name.startswith("left_"):
        return "right_" + name.removeprefix("left_")
    if name.startswith("right_"):
        return "left_" + name.removeprefix("right_")
    return name
