"""The body, from the skeleton to the silhouette: poses as joint angles, blended and fleshed out; all pure.

To read it in order: ``space``, ``joints``, ``pose``, ``skeleton``, ``flesh``, ``ellipsoids``, ``body_path``, ``blending``, ``bed``.
"""
