"""A pack is never edited and never removed: results name the one they came from. A new version is a new file."""

import hashlib

from watchkeeper.instruments.shelf import PACKS, load

HELD: dict[str, str] = {
    "acute_structure.toml": "fd6feedafe70",
    "arms_structure.toml": "8c46e9490f4e",
    "arp_dynamic_2026.toml": "84c88c3a349a",
    "arp_static_2026.toml": "9edadcf03d21",
    "casic_2017.toml": "5a876828d44a",
    "cport_2018.toml": "dd8ac95bd41b",
    "csrp_dynamic_2026.toml": "ead072335899",
    "csrp_static_2026.toml": "3b1145727d55",
    "kirat_structure.toml": "8afd7eef8950",
    "ogrs3_1yr_2008.toml": "b137d747463a",
    "ogrs3_2yr_2008.toml": "7d6bb6553902",
    "osp_contact_2013.toml": "be91d5b7ca58",
    "osp_dc_2026.toml": "49ab8fda35d8",
    "osp_iic_2026.toml": "4f6a83de7767",
    "osp_images_2013.toml": "c163c4facb3b",
    "rm2000_c_2007.toml": "799b6a94d41a",
    "rm2000_s_2007.toml": "61fabbae9779",
    "rm2000_v_2007.toml": "a0a1412888ea",
    "rsr_dynamic_2013.toml": "f371c8f6e3a6",
    "rsr_dynamic_2026.toml": "a3dc021e86ee",
    "rsr_static_2013.toml": "c49433907944",
    "rsr_static_2026.toml": "ada491b56c99",
    "seraf_2013.toml": "aae834df35a8",
    "signs_2026.toml": "5ad532f2fa61",
    "snsv_dynamic_2013.toml": "c1ad0242e25f",
    "snsv_static_2013.toml": "2cf3eef45f3e",
    "stable_structure.toml": "f7b2adab80b3",
    "static99r_2016.toml": "73c4bb90123c",
    "svrp_dynamic_2026.toml": "f3b934b76eff",
    "svrp_static_2026.toml": "a51cef2dfbb8",
    "vrp_dynamic_2026.toml": "7868bd31d614",
    "vrp_static_2026.toml": "0bdf20ddb0f5",
}
"""Each pack as it was shipped, by hash: add a line for a new one, and change none."""


def test_no_pack_was_edited_or_removed() -> None:
    there = {path.name: hashlib.sha256(path.read_bytes()).hexdigest()[:12] for path in PACKS.glob("*.toml")}
    assert there == HELD


def test_every_pack_says_where_it_comes_from_and_how_far_it_goes() -> None:
    for stem, pack in load().packs.items():
        assert stem == f"{pack.name}_{pack.version}"
        assert pack.ref == f"{pack.name} {pack.version} {pack.hash}"
        assert len(pack.source.quote.split()) >= 3
        assert all(limit.endswith(".") for limit in pack.limits)
        assert pack.screens or (pack.accuracy and pack.training and pack.transparency and pack.eligibility)
        assert pack.confirmed or pack.because
