//! Links to pages of others: what an answer tells, when one is called broken, when it is asked again, and which machines are never asked.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use super::moment::Moment;

/// Failures in a row, each on a day of its own, from which a link is called broken: a site may be away for an evening.
pub const BROKEN: i64 = 2;
/// Days between two looks at a link that answers, or that has been broken for long.
const SELDOM: i64 = 7;
/// Failures from which a link is asked as seldom as one that answers.
const LONG_BROKEN: i64 = 7;

macro_rules! findings {
    ($($(#[$doc:meta])* $finding:ident: $text:literal;)*) => {
        /// What came back when an address was asked for.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Finding {
            $($(#[$doc])* $finding,)*
        }

        impl Finding {
            pub const ALL: &[Finding] = &[$(Finding::$finding,)*];

            pub fn as_str(self) -> &'static str {
                match self { $(Finding::$finding => $text,)* }
            }
        }
    };
}

findings! {
    Good: "good";
    /// There is no such page (404), or there never will be again (410).
    Gone: "gone";
    /// Not for us: a door (401, 403), or a site that does not speak with programs. People may well see it.
    Refused: "refused";
    /// The site has a fault of its own (500 and above).
    Failing: "failing";
    /// No such host, or nobody there.
    Unreachable: "unreachable";
    /// The certificate is not what it should be: browsers warn before they open it.
    Untrusted: "untrusted";
    /// No answer within the time given.
    Slow: "slow";
    /// Sent on and on.
    Loop: "loop";
    /// It leads to a machine that is not on the net, where we do not look.
    Private: "private";
}

impl Finding {
    pub fn parse(text: &str) -> Option<Finding> {
        Finding::ALL.iter().copied().find(|finding| finding.as_str() == text)
    }

    /// What an HTTP status tells, once it is not a redirect.
    pub fn of_status(status: u16) -> Finding {
        match status {
            200..=299 => Finding::Good,
            404 | 410 => Finding::Gone,
            300..=499 => Finding::Refused,
            _ => Finding::Failing,
        }
    }

    /// Whether readers find it broken too: what only programs are refused, or what only we do not look at, may be fine for them.
    pub fn stops_readers(self) -> bool {
        !matches!(self, Finding::Good | Finding::Refused | Finding::Private)
    }
}

/// An answer as it was heard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    pub finding: Finding,
    /// The last HTTP status, where there was one.
    pub status: Option<u16>,
    /// Where it has moved for good, as the site says; only of an address that is good there.
    pub moved_to: Option<String>,
}

impl Heard {
    pub fn only(finding: Finding) -> Heard {
        Heard { finding, status: None, moved_to: None }
    }
}

/// How a link stands after all that was heard of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    pub heard: Heard,
    pub asked_at: Moment,
    pub good_at: Option<Moment>,
    pub failing_since: Option<Moment>,
    /// In a row, at most one a day.
    pub failures: i64,
    /// The failure that somebody has looked at, and says is none.
    pub fine: Option<Finding>,
}

impl Standing {
    /// After one more answer. What somebody called fine stays so while the answer is the same.
    pub fn after(former: Option<&Standing>, heard: Heard, now: Moment) -> Standing {
        let fine = former.and_then(|former| former.fine).filter(|fine| *fine == heard.finding);
        if heard.finding == Finding::Good {
            return Standing { heard, asked_at: now, good_at: Some(now), failing_since: None, failures: 0, fine };
        }
        let before = former.map_or(0, |former| former.failures);
        let counted_today = former.is_some_and(|former| former.failures > 0 && former.asked_at.day() == now.day());
        Standing {
            heard,
            asked_at: now,
            good_at: former.and_then(|former| former.good_at),
            failing_since: former.and_then(|former| former.failing_since).or(Some(now)),
            failures: if counted_today { before } else { before + 1 },
            fine,
        }
    }

    pub fn is_broken(&self) -> bool {
        self.failures >= BROKEN && self.fine.is_none()
    }

    /// It failed, and may be back tomorrow.
    pub fn is_in_doubt(&self) -> bool {
        (1..BROKEN).contains(&self.failures) && self.fine.is_none()
    }

    /// It works, under another address.
    pub fn has_moved(&self) -> bool {
        self.failures == 0 && self.heard.moved_to.is_some()
    }

    /// When it is asked again by itself.
    pub fn ask_at(&self) -> Moment {
        let is_fresh = (1..LONG_BROKEN).contains(&self.failures) && self.fine.is_none();
        self.asked_at.plus_days(if is_fresh { 1 } else { SELDOM })
    }
}

/// Whether what was heard of several hosts says more of our own line than of theirs: nobody at all could be reached.
pub fn is_our_line(heard: &[(String, Heard)]) -> bool {
    let mut hosts: Vec<&str> = heard.iter().map(|(address, _)| host_of(address)).collect();
    hosts.sort_unstable();
    hosts.dedup();
    hosts.len() > 1 && heard.iter().all(|(_, heard)| matches!(heard.finding, Finding::Unreachable | Finding::Slow))
}

/// The host of an address, with its port if it says one.
pub fn host_of(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or_default()
}

/// Whether an address belongs to a machine on the net: not to this one, to its neighbours, or to nobody (RFC 6890).
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(four) => is_public_v4(four),
        IpAddr::V6(six) => is_public_v6(six),
    }
}

fn is_public_v4(four: Ipv4Addr) -> bool {
    let [a, b, c, _] = four.octets();
    let is_shared = a == 100 && (64..128).contains(&b);
    let is_special = a == 0 || a >= 224 || (a, b, c) == (192, 0, 0) || (a, b, c) == (192, 88, 99) || (a == 198 && (b == 18 || b == 19));
    !(four.is_private() || four.is_loopback() || four.is_link_local() || four.is_documentation() || is_shared || is_special)
}

fn is_public_v6(six: Ipv6Addr) -> bool {
    let s = six.segments();
    let four = |high: u16, low: u16| Ipv4Addr::from((u32::from(high) << 16) | u32::from(low));
    match s {
        // An IPv4 address in another dress: mapped, translated (RFC 6052), or through a relay (RFC 3056).
        [0, 0, 0, 0, 0, 0xffff | 0, high, low] if (high, low) != (0, 0) && (high, low) != (0, 1) => is_public_v4(four(high, low)),
        [0x64, 0xff9b, 0, 0, 0, 0, high, low] => is_public_v4(four(high, low)),
        [0x2002, high, low, ..] => is_public_v4(four(high, low)),
        // Only global unicast, without Teredo, benchmarking and documentation.
        [0x2001, 0 | 2 | 0xdb8, ..] | [0x3fff, ..] => false,
        [first, ..] => first & 0xe000 == 0x2000,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::moment::Day;

    fn at(day: i8, hour: i8) -> Moment {
        Moment::at(Day::new(2026, 3, day).unwrap(), hour, 0).unwrap()
    }

    fn heard(finding: Finding) -> Heard {
        Heard::only(finding)
    }

    #[test]
    fn a_link_is_broken_after_failures_on_two_days_and_whole_again_after_one_answer() {
        let first = Standing::after(None, heard(Finding::Gone), at(2, 9));
        assert!(first.is_in_doubt() && !first.is_broken());
        assert_eq!(first.ask_at(), at(3, 9));
        let again = Standing::after(Some(&first), heard(Finding::Gone), at(2, 18));
        assert!(again.is_in_doubt(), "twice on one day");
        let next = Standing::after(Some(&again), heard(Finding::Failing), at(3, 9));
        assert!(next.is_broken() && !next.is_in_doubt());
        assert_eq!((next.failing_since, next.failures), (Some(at(2, 9)), 2));
        let back = Standing::after(Some(&next), heard(Finding::Good), at(4, 9));
        assert_eq!((back.is_broken(), back.failing_since, back.failures, back.good_at), (false, None, 0, Some(at(4, 9))));
        assert_eq!(back.ask_at(), at(11, 9));
        let fails_anew = Standing::after(Some(&back), heard(Finding::Gone), at(5, 9));
        assert_eq!((fails_anew.failing_since, fails_anew.failures, fails_anew.good_at), (Some(at(5, 9)), 1, Some(at(4, 9))));
    }

    #[test]
    fn what_somebody_called_fine_stays_so_while_the_answer_is_the_same() {
        let mut standing = Standing::after(None, heard(Finding::Refused), at(2, 9));
        standing = Standing::after(Some(&standing), heard(Finding::Refused), at(3, 9));
        assert!(standing.is_broken());
        standing.fine = Some(Finding::Refused);
        assert!(!standing.is_broken() && !standing.is_in_doubt());
        assert_eq!(standing.ask_at(), at(10, 9));
        let same = Standing::after(Some(&standing), heard(Finding::Refused), at(10, 9));
        assert!(!same.is_broken());
        assert!(Standing::after(Some(&same), heard(Finding::Gone), at(17, 9)).is_broken(), "now it is something else");
        assert_eq!(Standing::after(Some(&same), heard(Finding::Good), at(17, 9)).fine, None);
    }

    #[test]
    fn what_has_long_been_broken_is_asked_seldom() {
        let mut standing = None;
        for day in 2..9 {
            let next = Standing::after(standing.as_ref(), heard(Finding::Gone), at(day, 9));
            assert_eq!(next.ask_at(), at(if day < 8 { day + 1 } else { 15 }, 9));
            standing = Some(next);
        }
    }

    #[test]
    fn nobody_answering_at_all_is_our_own_line() {
        let came = |all: &[(&str, Finding)]| all.iter().map(|(a, f)| ((*a).to_owned(), heard(*f))).collect::<Vec<_>>();
        let (u, slow) = (Finding::Unreachable, Finding::Slow);
        assert!(is_our_line(&came(&[("https://a.it/x", u), ("https://b.it", slow)])));
        assert!(!is_our_line(&came(&[("https://a.it/x", u), ("https://a.it/y", u)])), "one host may be away");
        assert!(!is_our_line(&came(&[("https://a.it/x", u), ("https://b.it", Finding::Gone)])));
        assert!(!is_our_line(&[]));
    }

    #[test]
    fn only_machines_on_the_net_are_asked() {
        let public = ["8.8.8.8", "185.11.20.1", "2a00:1450:4002::1", "64:ff9b::808:808", "::ffff:8.8.8.8", "2002:808:808::1"];
        let private = [
            "127.0.0.1",
            "127.9.9.9",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "192.0.0.8",
            "198.18.0.1",
            "203.0.113.7",
            "224.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "fe80::1",
            "fc00::1",
            "fd12::1",
            "fec0::1",
            "ff02::1",
            "2001:db8::1",
            "2001::1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "::127.0.0.1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
        ];
        assert!(public.iter().all(|address| is_public(address.parse().unwrap())));
        for address in private {
            assert!(!is_public(address.parse().unwrap()), "{address}");
        }
    }

    #[test]
    fn findings_are_read_as_they_are_written() {
        assert!(Finding::ALL.iter().all(|finding| Finding::parse(finding.as_str()) == Some(*finding)));
        let told = [(200, Finding::Good), (204, Finding::Good), (404, Finding::Gone), (410, Finding::Gone), (403, Finding::Refused)];
        assert!(told.iter().all(|(status, finding)| Finding::of_status(*status) == *finding));
        assert_eq!((Finding::of_status(429), Finding::of_status(503)), (Finding::Refused, Finding::Failing));
        assert_eq!(host_of("https://a.it:8080/x?y=1"), "a.it:8080");
    }
}
