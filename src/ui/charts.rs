//! Charts drawn on the server as SVG: attributes only, no style, no script; told apart by dashes and shapes, not by colour alone.
//!
//! Every chart says in words what it shows. A table with the same figures belongs beside the radar.

use std::f64::consts::TAU;
use std::fmt::Write as _;

use maud::{Markup, html};

use crate::ui::dates::number;
use crate::ui::words::{Chart, Lang};

/// Contrast with white: 5.6 to 1.
const TODAY: &str = "#0066cc";
/// Contrast with white: 6.0 to 1.
const TARGET: &str = "#8a5300";
const GRID: &str = "#a5b0bb";
const TEXT: &str = "#17324d";

/// Radius of the outermost ring, in user units: all else follows.
const RADIUS: f64 = 130.0;
const FONT: f64 = 15.0;
/// Width of a letter of Titillium Web at that size, on the large side.
const LETTER: f64 = 8.2;

/// One spoke of the radar: scores from 0 to 100, `None` when they cannot be computed (today) or do not count (target).
#[derive(Debug, Clone)]
pub struct Axis {
    pub label: String,
    pub today: Option<f64>,
    pub target: Option<f64>,
}

#[derive(Clone, Copy)]
enum Series {
    Today,
    Target,
}

impl Series {
    fn of(self, axis: &Axis) -> Option<f64> {
        match self {
            Series::Today => axis.today,
            Series::Target => axis.target,
        }
    }
}

/// Radar of today and target. `id` is unique on the page. With fewer than three axes there is no area to show: nothing.
pub fn radar(id: &str, title: &str, axes: &[Axis], lang: Lang) -> Markup {
    if axes.len() < 3 {
        return html! {};
    }
    let frame = Frame::around(axes);
    let words = &lang.words().chart;
    let has_target = axes.iter().any(|a| a.target.is_some());
    html! {
        figure .aff-chart {
            svg .aff-radar viewBox=(frame.view_box()) role="img" aria-labelledby={ (id) "-titolo " (id) "-parole" }
                xmlns="http://www.w3.org/2000/svg" font-family="Titillium Web, Arial, sans-serif" {
                title id={ (id) "-titolo" } { (title) }
                desc id={ (id) "-parole" } { (in_words(axes, lang)) }
                (grid(axes.len()))
                @if has_target { (outline(axes, Series::Target)) }
                (outline(axes, Series::Today))
                (labels(axes))
                (legend(&frame, words, has_target))
            }
        }
    }
}

/// The space that labels need on either side of the rings, so that none touches the grid or the border.
struct Frame {
    half_width: f64,
}

impl Frame {
    fn around(axes: &[Axis]) -> Frame {
        let letters = axes.iter().flat_map(|a| lines(&a.label)).map(|line| line.chars().count()).max().unwrap_or(0);
        Frame { half_width: RADIUS + 24.0 + LETTER * f64::from(u32::try_from(letters).unwrap_or(40)) }
    }

    /// Rings around the origin, two lines of label above and below, the legend at the foot.
    fn view_box(&self) -> String {
        format!("{:.0} {:.0} {:.0} {:.0}", -self.half_width, -(RADIUS + 52.0), self.half_width * 2.0, RADIUS * 2.0 + 142.0)
    }
}

/// A point at `value` (0 to 100) on spoke `n` of `of`, the first one upright, clockwise.
fn point(n: usize, of: usize, value: f64) -> (f64, f64) {
    let turn = |k: usize| f64::from(u32::try_from(k).unwrap_or(0));
    let angle = TAU * turn(n) / turn(of.max(1)) - TAU / 4.0;
    let radius = RADIUS * value.clamp(0.0, 100.0) / 100.0;
    (radius * angle.cos(), radius * angle.sin())
}

fn ring(of: usize, value: f64) -> String {
    (0..of).fold(String::new(), |mut out, n| {
        let (x, y) = point(n, of, value);
        // Writing to a String does not fail.
        let _ = write!(out, "{x:.1},{y:.1} ");
        out
    })
}

fn grid(of: usize) -> Markup {
    html! {
        g fill="none" stroke=(GRID) stroke-width="1" {
            @for value in [25.0, 50.0, 75.0, 100.0] { polygon points=(ring(of, value)) {} }
            @for n in 0..of {
                @let (x, y) = point(n, of, 100.0);
                line x1="0" y1="0" x2=(format!("{x:.1}")) y2=(format!("{y:.1}")) {}
            }
        }
        g fill="#455a64" font-size="11" {
            @for value in [25.0, 50.0, 75.0, 100.0] {
                text x="4" y=(format!("{:.1}", -RADIUS * value / 100.0 + 12.0)) { (format!("{value:.0}")) }
            }
        }
    }
}

/// The line through what is known; where a score is missing the line breaks, and only a closed line is filled.
fn outline(axes: &[Axis], series: Series) -> Markup {
    let closed = axes.iter().all(|axis| series.of(axis).is_some());
    let path = path(axes, series, closed);
    html! {
        @match series {
            Series::Today => path d=(path) fill=(if closed { TODAY } else { "none" }) fill-opacity="0.16" stroke=(TODAY) stroke-width="3"
                stroke-linejoin="round" {},
            Series::Target => path d=(path) fill="none" stroke=(TARGET) stroke-width="2.5" stroke-dasharray="7 5" stroke-linejoin="round" {},
        }
        @for (n, axis) in axes.iter().enumerate() {
            @if let Some(value) = series.of(axis) { (mark(series, point(n, axes.len(), value))) }
        }
    }
}

fn path(axes: &[Axis], series: Series, closed: bool) -> String {
    let of = axes.len();
    if closed {
        return format!("M{}Z", ring_of(axes, series).trim_end().replace(' ', " L"));
    }
    let mut out = String::new();
    for n in 0..of {
        let next = (n + 1) % of;
        if let (Some(a), Some(b)) = (axes.get(n).and_then(|x| series.of(x)), axes.get(next).and_then(|x| series.of(x))) {
            let ((ax, ay), (bx, by)) = (point(n, of, a), point(next, of, b));
            let _ = write!(out, "M{ax:.1},{ay:.1} L{bx:.1},{by:.1} ");
        }
    }
    out
}

fn ring_of(axes: &[Axis], series: Series) -> String {
    axes.iter().enumerate().fold(String::new(), |mut out, (n, axis)| {
        let (x, y) = point(n, axes.len(), series.of(axis).unwrap_or(0.0));
        let _ = write!(out, "{x:.1},{y:.1} ");
        out
    })
}

/// A dot for today, a diamond for the target.
fn mark(series: Series, (x, y): (f64, f64)) -> Markup {
    html! {
        @match series {
            Series::Today => circle cx=(format!("{x:.1}")) cy=(format!("{y:.1}")) r="4" fill=(TODAY) {},
            Series::Target => path d=(format!("M{x:.1},{:.1} l5,5 l-5,5 l-5,-5 Z", y - 5.0)) fill="#ffffff" stroke=(TARGET) stroke-width="2" {},
        }
    }
}

/// Long labels on two lines, broken at the space nearest to the middle.
fn lines(label: &str) -> Vec<String> {
    let letters = label.chars().count();
    let breaks = label.char_indices().enumerate().filter(|(_, (_, c))| *c == ' ').map(|(nth, (at, _))| (nth, at));
    match breaks.min_by_key(|(nth, _)| (nth * 2).abs_diff(letters)) {
        Some((_, at)) if letters > 12 => vec![label[..at].to_owned(), label[at + 1..].to_owned()],
        _ => vec![label.to_owned()],
    }
}

fn labels(axes: &[Axis]) -> Markup {
    html! {
        g fill=(TEXT) font-size=(FONT) font-weight="600" {
            @for (n, axis) in axes.iter().enumerate() { (label(n, axes.len(), &axis.label)) }
        }
    }
}

fn label(n: usize, of: usize, text: &str) -> Markup {
    let (x, y) = point(n, of, 100.0);
    let (sideways, upright) = (x / RADIUS, y / RADIUS);
    let anchor = if sideways > 0.2 {
        "start"
    } else if sideways < -0.2 {
        "end"
    } else {
        "middle"
    };
    let lines = lines(text);
    let height = FONT * 1.15;
    let extra = height * f64::from(u32::try_from(lines.len()).unwrap_or(1) - 1);
    // The block of lines stands wholly above the top spoke, wholly below the bottom one, and centred at the sides.
    let first = y + upright * 18.0 + FONT * 0.35 - extra * (1.0 - upright) / 2.0;
    html! {
        text text-anchor=(anchor) {
            @for (k, line) in lines.iter().enumerate() {
                tspan x=(format!("{:.1}", x + sideways * 16.0)) y=(format!("{:.1}", first + height * f64::from(u32::try_from(k).unwrap_or(0)))) { (line) }
            }
        }
    }
}

fn legend(frame: &Frame, words: &Chart, has_target: bool) -> Markup {
    let y = RADIUS + 74.0;
    let left = -(frame.half_width.min(150.0));
    html! {
        g fill=(TEXT) font-size="14" {
            line x1=(left) y1=(y) x2=(left + 36.0) y2=(y) stroke=(TODAY) stroke-width="3" {}
            (mark(Series::Today, (left + 18.0, y)))
            text x=(left + 44.0) y=(y + 5.0) { (words.today) }
            @if has_target {
                line x1=(left + 120.0) y1=(y) x2=(left + 156.0) y2=(y) stroke=(TARGET) stroke-width="2.5" stroke-dasharray="7 5" {}
                (mark(Series::Target, (left + 138.0, y)))
                text x=(left + 164.0) y=(y + 5.0) { (words.target) }
            }
        }
    }
}

fn in_words(axes: &[Axis], lang: Lang) -> String {
    let words = &lang.words().chart;
    let told = |value: Option<f64>, missing: &str| value.map_or_else(|| missing.to_owned(), |v| number(lang, v, 0));
    let mut out = words.scale.to_owned();
    for axis in axes {
        let today = told(axis.today, words.not_known);
        let _ = write!(out, " {}: {} {today}", axis.label, words.today);
        if axes.iter().any(|a| a.target.is_some()) {
            let _ = write!(out, ", {} {}", words.target, told(axis.target, words.not_counted));
        }
        out.push('.');
    }
    out
}

/// One model and how near it is.
#[derive(Debug, Clone)]
pub struct Bar {
    pub label: String,
    /// Language of the label, where it is not the page's.
    pub lang: Option<String>,
    /// 0 to 100; `None` when it was not computed.
    pub value: Option<f64>,
    /// The nearest one that may be: drawn full.
    pub chosen: bool,
    /// Whether it may be chosen at all: if not, only the outline is drawn.
    pub admissible: bool,
    /// Why it may not be, or what else is worth knowing.
    pub note: Option<String>,
}

/// Horizontal bars of affinity: names and figures are text of the page, the bars repeat them for the eye only.
pub fn bars(bars: &[Bar], lang: Lang) -> Markup {
    html! {
        ul .aff-bars {
            @for bar in bars {
                li .aff-chosen[bar.chosen] .aff-excluded[!bar.admissible] {
                    span .aff-bar-label lang=[&bar.lang] { (bar.label) }
                    span .aff-bar-value { @match bar.value { Some(v) => (number(lang, v, 0)), None => (lang.words().chart.not_known) } }
                    (strip(bar))
                    @if let Some(note) = &bar.note { span .aff-bar-note { (note) } }
                }
            }
        }
    }
}

fn strip(bar: &Bar) -> Markup {
    let width = format!("{:.1}%", bar.value.unwrap_or(0.0).clamp(0.0, 100.0));
    html! {
        svg .aff-bar width="100%" height="16" aria-hidden="true" focusable="false" {
            rect width="100%" height="16" fill="#eef1f4" {}
            @if bar.admissible {
                rect width=(width) height="16" fill=(if bar.chosen { TODAY } else { "#6b8fb8" }) {}
            } @else {
                rect x="1" y="1" width=(width) height="14" fill="none" stroke="#5c6f82" stroke-width="2" stroke-dasharray="4 4" {}
            }
        }
    }
}

/// How large a part of all gave an answer.
#[derive(Debug, Clone)]
pub struct Share {
    pub label: String,
    /// 0 to 100.
    pub percent: f64,
}

/// Horizontal bars of shares, for the eye only: a table with the same figures stands below.
pub fn shares(shares: &[Share]) -> Markup {
    html! {
        ul .aff-bars.aff-shares aria-hidden="true" {
            @for share in shares {
                li {
                    span .aff-bar-label { (share.label) }
                    svg .aff-bar width="100%" height="16" focusable="false" {
                        rect width="100%" height="16" fill="#eef1f4" {}
                        rect width=(format!("{:.1}%", share.percent.clamp(0.0, 100.0))) height="16" fill=(TODAY) {}
                    }
                }
            }
        }
    }
}

/// What lies between today and the target in one dimension.
#[derive(Debug, Clone)]
pub struct Gap {
    pub label: String,
    /// Language of the label, where it is not the page's.
    pub lang: Option<String>,
    pub today: Option<f64>,
    pub target: Option<f64>,
}

/// Gap bars: full as far as today, dashed from there to the target, which is a mark across.
pub fn gaps(gaps: &[Gap], lang: Lang) -> Markup {
    let words = &lang.words().chart;
    html! {
        ul .aff-bars.aff-gaps {
            @for gap in gaps {
                li {
                    span .aff-bar-label lang=[&gap.lang] { (gap.label) }
                    span .aff-bar-value {
                        (words.today) " " @match gap.today { Some(v) => (number(lang, v, 0)), None => (words.not_known) }
                        " · " (words.target) " " @match gap.target { Some(v) => (number(lang, v, 0)), None => (words.not_counted) }
                    }
                    (span(gap))
                }
            }
        }
    }
}

fn span(gap: &Gap) -> Markup {
    let percent = |v: f64| format!("{:.1}%", v.clamp(0.0, 100.0));
    html! {
        svg .aff-bar width="100%" height="20" aria-hidden="true" focusable="false" {
            rect y="2" width="100%" height="16" fill="#eef1f4" {}
            @if let Some(today) = gap.today { rect y="2" width=(percent(today)) height="16" fill=(TODAY) {} }
            @if let Some(target) = gap.target {
                @let from = gap.today.unwrap_or(0.0);
                @if target > from {
                    rect x=(percent(from)) y="3" width=(percent(target - from)) height="14" fill="none" stroke=(TARGET) stroke-width="2" stroke-dasharray="5 4" {}
                }
                // Inside the border, which would cut it in half; edged in white, so that it shows on the bar of today.
                @let at = percent(target.min(99.4));
                line x1=(at) y1="0" x2=(at) y2="20" stroke="#ffffff" stroke-width="8" {}
                line x1=(at) y1="0" x2=(at) y2="20" stroke=(TARGET) stroke-width="4" {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axes(scores: &[(Option<f64>, Option<f64>)]) -> Vec<Axis> {
        scores.iter().enumerate().map(|(n, (today, target))| Axis { label: format!("Asse {n}"), today: *today, target: *target }).collect()
    }

    #[test]
    fn the_first_spoke_is_upright_and_the_rest_go_clockwise() {
        let near = |(x, y): (f64, f64), (a, b): (f64, f64)| (x - a).abs() < 1e-9 && (y - b).abs() < 1e-9;
        assert!(near(point(0, 4, 100.0), (0.0, -RADIUS)));
        assert!(near(point(1, 4, 50.0), (RADIUS / 2.0, 0.0)));
        assert!(near(point(2, 4, 0.0), (0.0, 0.0)));
        assert!(near(point(0, 4, 250.0), (0.0, -RADIUS)), "a score beyond the scale stays on the border");
    }

    #[test]
    fn a_missing_score_breaks_the_line_and_is_said() {
        let shown =
            radar("r", "Radar", &axes(&[(Some(50.0), None), (None, None), (Some(20.0), None), (Some(30.0), None)]), Lang::It).into_string();
        assert!(shown.contains("Asse 1: oggi non calcolabile."), "{shown}");
        assert!(shown.contains(r#"fill="none" fill-opacity"#) && !shown.contains("obiettivo"), "{shown}");
        // Four sides, two of which touch the missing spoke.
        let known = path(&axes(&[(Some(50.0), None), (None, None), (Some(20.0), None), (Some(30.0), None)]), Series::Today, false);
        assert_eq!(known.matches('M').count(), 2, "{known}");
    }

    #[test]
    fn labels_break_near_the_middle_and_keep_their_accents() {
        assert_eq!(lines("Accessibilità"), ["Accessibilità"]);
        assert_eq!(lines("Accesso e prossimità"), ["Accesso e", "prossimità"]);
        assert_eq!(lines("Servizi"), ["Servizi"]);
    }

    #[test]
    fn no_chart_carries_style() {
        let drawn = radar("r", "Radar", &axes(&[(Some(50.0), Some(60.0)); 8]), Lang::En).into_string()
            + &bars(&[Bar { label: "M1".into(), lang: None, value: Some(46.0), chosen: true, admissible: true, note: None }], Lang::It)
                .into_string()
            + &gaps(&[Gap { label: "D1".into(), lang: None, today: Some(40.0), target: Some(70.0) }], Lang::It).into_string();
        assert!(!drawn.contains("style") && drawn.contains(r#"width="46.0%""#) && drawn.contains(r#"width="30.0%""#), "{drawn}");
    }
}
