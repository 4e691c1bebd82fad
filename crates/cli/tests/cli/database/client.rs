//! Requests over one connection, which stays open as that of a browser does.

use std::{
    io::{self, BufRead as _, BufReader, Read as _, Write as _},
    net::TcpStream,
    time::Duration,
};

/// Longer than any request may take.
const PATIENCE: Duration = Duration::from_secs(45);

/// Who asks.
pub(super) struct Client {
    address: String,
    stream: Option<BufReader<TcpStream>>,
}

impl Client {
    pub(super) fn new(address: &str) -> Self {
        Self { address: address.to_owned(), stream: None }
    }

    /// Asks for a path. An error leaves the connection closed; the next request opens another.
    pub(super) fn get(&mut self, path: &str) -> io::Result<Answer> {
        let mut stream = match self.stream.take() {
            Some(stream) => stream,
            None => {
                let stream = TcpStream::connect(&self.address)?;
                stream.set_nodelay(true)?;
                stream.set_read_timeout(Some(PATIENCE))?;
                BufReader::new(stream)
            }
        };
        // The host is the same for all servers, so that links in their answers are.
        stream.get_mut().write_all(format!("GET {path} HTTP/1.1\r\nHost: test\r\n\r\n").as_bytes())?;
        let answer = Answer::read(&mut stream)?;
        self.stream = Some(stream);
        Ok(answer)
    }
}

/// What came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Answer {
    pub(super) status: u16,
    headers: Vec<(String, String)>,
    pub(super) body: Vec<u8>,
}

impl Answer {
    fn read(stream: &mut BufReader<TcpStream>) -> io::Result<Self> {
        let broken = || io::Error::from(io::ErrorKind::InvalidData);
        let status = line(stream)?.split(' ').nth(1).and_then(|code| code.parse().ok()).ok_or_else(broken)?;
        let mut answer = Self { status, headers: Vec::new(), body: Vec::new() };
        loop {
            let line = line(stream)?;
            let Some((name, value)) = line.split_once(": ") else { break };
            answer.headers.push((name.to_owned(), value.to_owned()));
        }
        if answer.header("transfer-encoding") == "chunked" {
            loop {
                let size = usize::from_str_radix(&line(stream)?, 16).map_err(|_| broken())?;
                let begin = answer.body.len();
                answer.body.resize(begin + size, 0);
                stream.read_exact(&mut answer.body[begin..])?;
                line(stream)?;
                if size == 0 {
                    break;
                }
            }
        } else if let Ok(length) = answer.header("content-length").parse() {
            answer.body.resize(length, 0);
            stream.read_exact(&mut answer.body)?;
        }
        Ok(answer)
    }

    /// A header, empty where there is none.
    pub(super) fn header(&self, name: &str) -> String {
        let found = self.headers.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.clone()).unwrap_or_default()
    }

    /// The body without the time at which it was made.
    pub(super) fn content(&self) -> &[u8] {
        let stamp = b",\"timeStamp\":";
        let end = self.body.windows(stamp.len()).rposition(|window| window == stamp);
        &self.body[..end.unwrap_or(self.body.len())]
    }

    pub(super) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// A line without its end. The end of the stream is an error.
fn line(stream: &mut BufReader<TcpStream>) -> io::Result<String> {
    let mut line = String::new();
    if stream.read_line(&mut line)? == 0 {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    Ok(line.trim_end().to_owned())
}
