"""The list of everything in the bundle for programs: a bill of materials in the format of CycloneDX."""
# pyright: reportCallIssue=false, reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false, reportAttributeAccessIssue=false, reportArgumentType=false
# Because a decorator of the library hides what its classes take from the type checker.

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import DisjunctiveLicense, LicenseExpression
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from license_expression import ExpressionError, get_spdx_licensing  # pyright: ignore[reportMissingTypeStubs] - it brings none
from packageurl import PackageURL

from tools.packages.notices import inside_qt, libraries, packages, python_itself

if TYPE_CHECKING:
    from pathlib import Path

    from tools.packages.build import Build
    from tools.packages.notices import Bundled


def make_bill(build: Build) -> Path:
    """Write the list and give its file: the same bytes for the same bundle.

    Raises:
        BuildError: the environment of the bundle cannot be asked.
    """
    bom = Bom(serial_number=uuid5(NAMESPACE_URL, f"legsup {build.version} {build.age()}"))
    bom.metadata.timestamp = datetime.fromtimestamp(build.age(), UTC)
    app = Component(
        type=ComponentType.APPLICATION,
        name="legsup",
        version=build.version,
        licenses=[_licence("MIT")],
        bom_ref="legsup",
    )
    bom.metadata.component = app
    kinds = {
        "pypi": packages(build),
        "generic": [python_itself(), *inside_qt(build)],
        "deb": libraries(build),
    }
    for kind, things in kinds.items():
        for each in things:
            bom.components.add(_component(kind, each))
    bom.register_dependency(app, bom.components)
    file = build.packages / f"legsup-{build.version}.cdx.json"
    outputter = make_outputter(bom, OutputFormat.JSON, SchemaVersion.V1_6)
    outputter.output_to_file(str(file), allow_overwrite=True, indent=1)
    return file


def _component(kind: str, bundled: Bundled) -> Component:
    link = PackageURL(kind, "debian" if kind == "deb" else None, bundled.name.lower(), bundled.version)
    return Component(
        type=ComponentType.LIBRARY,
        name=bundled.name,
        version=bundled.version,
        licenses=[_licence(bundled.licence)],
        purl=link,
        bom_ref=link.to_string(),
    )


def _licence(text: str) -> LicenseExpression | DisjunctiveLicense:
    """By the register's names where they are such, else as the package words it."""
    try:
        get_spdx_licensing().parse(text, validate=True)
    except ExpressionError:
        return DisjunctiveLicense(name=text)
    return LicenseExpression(text)
