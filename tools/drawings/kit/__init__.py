"""The drawing kit of the catalogue: one illustrated language for every product's picture.

A picture is a `Scene` of 1600 × 1200 units. Drawing functions take the scene first and *return*
markup; `scene.add` draws it, later marks over earlier ones. Most things are drawn round (0, 0) or
stand on it and are moved with `shapes.place(markup, x, y, turn, scale, squash)`.

    from kit import backdrops, palette, vessels
    from kit.picture import Scene
    from kit.shapes import place

    def draw() -> Scene:
        s = Scene("Chai nước mắm trên bàn gỗ bên đồng nước", seed=3)
        s.add(backdrops.table_by_water(s, edge=640))
        s.add(place(vessels.bottle(s, 190, 560, palette.AMBER), 800, 980))
        s.add(backdrops.soft_light(s))
        return s

Save it as `scenes/<name>.py` and run `python tools/drawings <name>`.

The rooms: `palette` colours and the three lights (MORNING, DAY, DUSK) · `shapes` path data and
marks · `picture` the Scene with its gradients, clips, blurs, shadows and `formed` (an outline given
light and shade) · `nature` sky, water, trees, boat, house · `plants` lotus, grass, tràm, điên điển,
lục bình · `things` bamboo, weave, tray, rack, basket · `vessels` jars, bottles, bowls, sacks, heaps
· `backdrops` tables, mats, cloth and the closing light · `species` fish as numbers · `fish` drawn.

Rules of the hand. Three or four planes: far (pale, hazy, blurred), middle, subject, a dark corner
plant in front. Sun from the upper left, shadows to the lower right, warm and never black. One
lotus-pink accent. The subject fills the middle 70 %, large and few; squint at 80 px. Flat land: no
hills. Nothing random but through `scene.chance(purpose)`, so the same code gives the same bytes.
"""
