//! Decides which requests are answered at all.
//!
//! A page of any site can make its own name resolve to this machine, and then read the answers
//! of a server here (DNS rebinding). But it cannot change the `Host` of its requests, so only
//! requests with local names are answered.

use std::net::IpAddr;

use super::address::without_brackets;

/// The names by which the server may be addressed.
#[derive(Clone, Debug)]
pub struct HostCheck {
    /// The value of `--host`.
    name: Option<String>,
    /// The same, if it is an IP address.
    address: Option<IpAddr>,
}

impl HostCheck {
    /// `host` is the value of `--host`.
    pub fn new(host: Option<&str>) -> HostCheck {
        HostCheck { name: host.map(str::to_ascii_lowercase), address: host.and_then(ip_address) }
    }

    /// Returns whether a request for `host` (a name or an IP address, with an optional port) is
    /// meant for this server.
    pub fn allows(&self, host: &str) -> bool {
        let name = without_port(host).trim_end_matches('.').to_ascii_lowercase();
        let local = name == "localhost" || name.ends_with(".localhost");
        // If the server listens on all interfaces, every IP address may be its own.
        let is_own = |own: IpAddr, ip: IpAddr| own == ip || own.is_unspecified();
        let is_ours =
            |ip: IpAddr| ip.is_loopback() || self.address.is_some_and(|own| is_own(own, ip));
        local || self.name.as_ref() == Some(&name) || ip_address(&name).is_some_and(is_ours)
    }
}

fn ip_address(host: &str) -> Option<IpAddr> {
    without_brackets(host).parse().ok()
}

/// Returns the name or IP address without a port; an address of IPv6 keeps its brackets.
fn without_port(host: &str) -> &str {
    match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) && !name.ends_with(':') => {
            // In `::1` without brackets, the colons belong to the address.
            if name.contains(':') && !name.ends_with(']') { host } else { name }
        }
        _ => host,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_local_names_are_answered() {
        let local = HostCheck::new(None);
        for host in ["localhost", "LocalHost:4400", "127.0.0.1:4400", "127.8.0.1", "[::1]:4400"] {
            assert!(local.allows(host), "{host}");
        }
        for host in ["", "evil.example", "localhost.evil.example", "192.168.0.7:4400", "0.0.0.0"] {
            assert!(!local.allows(host), "{host}");
        }
        assert!(local.allows("ko.localhost:1"));
    }

    #[test]
    fn the_named_host_is_answered() {
        let named = HostCheck::new(Some("desk.example"));
        assert!(named.allows("desk.example:4400") && named.allows("localhost"));
        assert!(!named.allows("192.168.0.7"));
        for host in ["2001:db8::1", "[2001:db8::1]", "2001:DB8:0::1"] {
            let address = HostCheck::new(Some(host));
            assert!(address.allows("[2001:db8::1]:4400"), "{host}");
            assert!(!address.allows("[2001:db8::2]:4400") && !address.allows("192.168.0.7"));
        }
        let everywhere = HostCheck::new(Some("0.0.0.0"));
        assert!(everywhere.allows("192.168.0.7:4400") && everywhere.allows("[fe80::1]:80"));
        assert!(!everywhere.allows("evil.example"));
    }
}
