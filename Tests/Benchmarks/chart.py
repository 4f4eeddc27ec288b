"""Curves over a growing number of claims as SVG, a panel for each question; both axes logarithmic."""
import math

COLOURS = ("#c1121f", "#f4845f", "#1d3557", "#457b9d", "#2a9d8f", "#8338ec", "#8d99ae")
WIDTH, HEIGHT, ACROSS = 300, 210, 3
LEFT, TOP, GAP_X, GAP_Y = 56, 84, 74, 78


def amount(number):
    """1000000 as 1M."""
    for letter, size in (("M", 10**6), ("k", 10**3)):
        if number >= size:
            return "%g%s" % (number / size, letter)
    return "%g" % number


def time(seconds):
    for unit, size in (("s", 1), ("ms", 1e-3), ("µs", 1e-6)):
        if seconds >= size * 0.999:
            return "%g %s" % (round(seconds / size), unit)
    return "%g ns" % round(seconds * 1e9)


def text(x, y, words, anchor="middle", size=11, colour="#333", weight="normal"):
    words = words.replace("&", "&amp;").replace("<", "&lt;")
    place = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"'
    return f'<text {place} font-size="{size}" fill="{colour}" font-weight="{weight}">{words}</text>'


def line(x1, y1, x2, y2, colour="#e3e3e3"):
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}"/>'


def panel(title, curves, x, y, scales, colours):
    """`curves` are seconds by number of claims, by name."""
    values = [seconds for curve in curves.values() for seconds in curve.values()]
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    high = max(high, low + 1)
    first, last = math.log10(scales[0]), math.log10(scales[-1])
    across = lambda claims: x + WIDTH * (math.log10(claims) - first) / ((last - first) or 1)
    up = lambda seconds: y + HEIGHT * (1 - (math.log10(seconds) - low) / (high - low))
    drawn = [text(x + WIDTH / 2, y - 12, title, size=13, weight="bold")]
    for power in range(low, high + 1):
        drawn.append(line(x, up(10**power), x + WIDTH, up(10**power)))
        drawn.append(text(x - 6, up(10**power) + 4, time(10**power), "end"))
    for claims in scales:
        drawn.append(line(across(claims), y, across(claims), y + HEIGHT))
        drawn.append(text(across(claims), y + HEIGHT + 16, amount(claims)))
    drawn.append(f'<rect x="{x}" y="{y}" width="{WIDTH}" height="{HEIGHT}" fill="none" stroke="#999"/>')
    for name, curve in curves.items():
        points = [(across(claims), up(seconds)) for claims, seconds in sorted(curve.items())]
        path = " ".join(f"{px:.1f},{py:.1f}" for px, py in points)
        drawn.append(f'<polyline points="{path}" fill="none" stroke="{colours[name]}" stroke-width="2"/>')
        drawn += [f'<circle cx="{px:.1f}" cy="{py:.1f}" r="3" fill="{colours[name]}"/>' for px, py in points]
    return drawn


def svg(title, names, panels):
    """`panels` are curves by title, `names` all that a curve may have, each with a colour of its own."""
    scales = sorted({claims for curves in panels.values() for curve in curves.values() for claims in curve})
    colours = dict(zip(names, COLOURS, strict=True))
    drawn_names = [name for name in names if any(name in curves for curves in panels.values())]
    width = LEFT + ACROSS * WIDTH + (ACROSS - 1) * GAP_X + 24
    height = TOP + math.ceil(len(panels) / ACROSS) * (HEIGHT + GAP_Y) - 20
    drawn = [text(LEFT, 26, title, "start", 16, weight="bold")]
    x = LEFT
    for name in drawn_names:
        drawn.append(line(x, 46, x + 18, 46, colours[name]))
        drawn.append(f'<circle cx="{x + 9}" cy="46" r="3.5" fill="{colours[name]}"/>')
        drawn.append(text(x + 24, 50, name, "start", 12))
        x += 44 + 7 * len(name)
    for place, (title, curves) in enumerate(panels.items()):
        row, column = divmod(place, ACROSS)
        drawn += panel(title, curves, LEFT + column * (WIDTH + GAP_X), TOP + row * (HEIGHT + GAP_Y), scales, colours)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" font-family="Helvetica, Arial, sans-serif">'
    return "\n".join([head, '<rect width="100%" height="100%" fill="white"/>', *drawn, "</svg>"]) + "\n"
