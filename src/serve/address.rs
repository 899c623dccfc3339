//! The address that the server listens at.

use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener, ToSocketAddrs};

use anyhow::Result;

use crate::error::{ErrorKind, Explain};

/// The default port; if it is taken, the first free one after it.
const USUAL: u16 = 4400;
const TRIED: u16 = 100;

/// The addresses of the server, for the person who opens it.
#[derive(Clone, Debug)]
pub struct Addresses {
    /// `http://127.0.0.1:4400/`.
    pub first: String,
    /// The default port, if another had to be used.
    pub taken: Option<u16>,
    /// True if other machines can reach it.
    pub open_to_others: bool,
}

/// Listens at `host`, by default on this machine only.
pub fn listen(host: Option<&str>, port: Option<u16>) -> Result<(TcpListener, Addresses)> {
    let wanted = port.unwrap_or(USUAL);
    let place = || format!("{}:{wanted}", host.unwrap_or("127.0.0.1"));
    let ip = ip_of(host, wanted).or_fail(|| ErrorKind::NoAddress(place()))?;
    let first = TcpListener::bind((ip, wanted));
    let listener = match port {
        Some(_) => first,
        None => first.or_else(|error| {
            let mut others = (wanted + 1)..(wanted + TRIED);
            others.find_map(|port| TcpListener::bind((ip, port)).ok()).ok_or(error)
        }),
    };
    let listener = listener.or_fail(|| ErrorKind::NoAddress(place()))?;
    listener.set_nonblocking(true)?;
    let real = listener.local_addr()?;
    let addresses = Addresses {
        first: format!("http://{}/", browser_address(host, real)),
        taken: Some(wanted).filter(|port| port != &real.port() && wanted != 0),
        open_to_others: !ip.is_loopback(),
    };
    Ok((listener, addresses))
}

fn ip_of(host: Option<&str>, port: u16) -> std::io::Result<IpAddr> {
    let Some(host) = host else { return Ok(Ipv4Addr::LOCALHOST.into()) };
    let mut addresses = (without_brackets(host), port).to_socket_addrs()?;
    let none = || std::io::Error::from(std::io::ErrorKind::AddrNotAvailable);
    addresses.next().map(|address| address.ip()).ok_or_else(none)
}

/// Removes the brackets that an address of IPv6 may have.
pub fn without_brackets(host: &str) -> &str {
    host.trim_start_matches('[').trim_end_matches(']')
}

/// Returns an address that a browser on this machine can open.
fn browser_address(host: Option<&str>, real: SocketAddr) -> String {
    match host {
        Some(name) if name.parse::<IpAddr>().is_err() && !name.starts_with('[') => {
            format!("{name}:{}", real.port())
        }
        _ if real.ip().is_unspecified() => format!("127.0.0.1:{}", real.port()),
        _ => real.to_string(),
    }
}
