//! Byte strings, compressed together by the block: near ones say much the same.

use serde::{Deserialize, Serialize};
use std::{
    cell::RefCell,
    num::NonZero,
    ops::Range,
    sync::atomic::{AtomicU64, Ordering},
};

/// Strings a block if nothing else is said: enough to share what they repeat, few enough to unpack for one of them.
const FEW: u32 = 32;

/// How hard to compress: what is packed once is read often, and reading takes the same time at any level.
const LEVEL: i32 = 6;

/// Where a block ends, and how long it is when unpacked.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct End {
    packed: u32,
    unpacked: u32,
}

/// Byte strings by number.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Blocks {
    /// Which blocks these are among all of the process.
    #[serde(skip, default = "next")]
    own: u64,
    len: usize,
    /// Strings a block.
    size: NonZero<u32>,
    ends: Vec<End>,
    #[serde(with = "serde_bytes")]
    bytes: Vec<u8>,
}

/// A number that no other blocks have.
fn next() -> u64 {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

impl Default for Blocks {
    fn default() -> Self {
        Self::of(FEW)
    }
}

impl Blocks {
    fn of(size: u32) -> Self {
        let size = NonZero::new(size).unwrap_or(NonZero::<u32>::MIN);
        Self { own: next(), len: 0, size, ends: Vec::new(), bytes: Vec::new() }
    }

    const fn size(&self) -> usize {
        self.size.get() as usize
    }
}

/// Takes strings one after the other.
#[derive(Debug, Default)]
pub struct BlocksBuilder {
    made: Blocks,
    /// The strings of the block that is not full yet, each led by its length.
    open: Vec<u8>,
}

impl BlocksBuilder {
    /// With so many strings a block. The more, the less room they take, and the longer one alone takes to read.
    #[must_use]
    pub fn of(size: u32) -> Self {
        Self { made: Blocks::of(size), open: Vec::new() }
    }

    /// Adds a string.
    pub fn push(&mut self, string: &[u8]) {
        self.open.extend((string.len() as u32).to_le_bytes());
        self.open.extend(string);
        self.made.len += 1;
        if self.made.len.is_multiple_of(self.made.size()) {
            self.close();
        }
    }

    fn close(&mut self) {
        // Only a broken build of the library fails to compress into memory.
        let packed = zstd::bulk::compress(&self.open, LEVEL).unwrap_or_default();
        self.made.bytes.extend(packed);
        self.made.ends.push(End { packed: self.made.bytes.len() as u32, unpacked: self.open.len() as u32 });
        self.open.clear();
    }

    /// All that was added.
    #[must_use]
    pub fn finish(mut self) -> Blocks {
        if !self.open.is_empty() {
            self.close();
        }
        self.made.bytes.shrink_to_fit();
        self.made.ends.shrink_to_fit();
        self.made
    }
}

thread_local! {
    /// What unpacking works with, and the block that was unpacked last: neighbours are often asked for one after the other.
    static UNPACKING: RefCell<Unpacking> = RefCell::default();
}

#[derive(Default)]
struct Unpacking {
    with: Option<zstd::bulk::Decompressor<'static>>,
    /// Which blocks, and which one of them.
    held: Option<(u64, usize)>,
    block: Vec<u8>,
}

impl Blocks {
    /// How many strings.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.len
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Reads a string where it was unpacked; `None` where there is none of that number.
    pub fn read<T>(&self, number: usize, read: impl FnOnce(&[u8]) -> T) -> Option<T> {
        if number >= self.len {
            return None;
        }
        UNPACKING.with_borrow_mut(|unpacking| {
            let block = self.unpacked(number / self.size(), unpacking)?;
            strings(block).nth(number % self.size()).map(read)
        })
    }

    /// Reads all strings of a range in their order, each block unpacked once. `read` must not read blocks itself.
    pub fn walk(&self, numbers: Range<usize>, mut read: impl FnMut(usize, &[u8])) {
        let end = numbers.end.min(self.len);
        UNPACKING.with_borrow_mut(|unpacking| {
            let mut number = numbers.start;
            while number < end {
                let block = number / self.size();
                let Some(bytes) = self.unpacked(block, unpacking) else { return };
                let next = ((block + 1) * self.size()).min(end);
                let within = strings(bytes).skip(number % self.size()).zip(number..next);
                within.for_each(|(string, number)| read(number, string));
                number = next;
            }
        });
    }

    fn unpacked<'a>(&self, number: usize, unpacking: &'a mut Unpacking) -> Option<&'a [u8]> {
        let key = (self.own, number);
        if unpacking.held != Some(key) {
            unpacking.held = None;
            let end = self.ends.get(number)?;
            let begin = if number == 0 { 0 } else { self.ends.get(number - 1)?.packed };
            let packed = self.bytes.get(begin as usize..end.packed as usize)?;
            let with = match &mut unpacking.with {
                Some(with) => with,
                none => none.insert(zstd::bulk::Decompressor::new().ok()?),
            };
            unpacking.block.clear();
            unpacking.block.reserve(end.unpacked as usize);
            with.decompress_to_buffer(packed, &mut unpacking.block).ok()?;
            unpacking.held = Some(key);
        }
        Some(&unpacking.block)
    }
}

fn strings(mut block: &[u8]) -> impl Iterator<Item = &[u8]> {
    std::iter::from_fn(move || {
        let (length, rest) = block.split_first_chunk::<4>()?;
        let (string, after) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
        block = after;
        Some(string)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_come_back_in_any_order() {
        let strings: Vec<String> = (0..1_000).map(|n| "Temirtau ".repeat(n % 7) + &n.to_string()).collect();
        for mut builder in [BlocksBuilder::default(), BlocksBuilder::of(1024)] {
            strings.iter().for_each(|string| builder.push(string.as_bytes()));
            let blocks = builder.finish();
            assert_eq!(blocks.len(), 1_000);
            for range in [0..1_000, 31..33, 999..2_000, 5..5] {
                let mut walked = Vec::new();
                blocks.walk(range.clone(), |number, string| walked.push((number, string.to_vec())));
                let expected =
                    range.filter_map(|number| Some((number, strings.get(number)?.clone().into_bytes())));
                assert_eq!(walked, expected.collect::<Vec<_>>());
            }
            for step in 0..1_000 {
                let number = step * 37 % 1_000;
                assert_eq!(blocks.read(number, <[u8]>::to_vec), Some(strings[number].clone().into_bytes()));
            }
            assert_eq!(blocks.read(1_000, <[u8]>::len), None);
            assert!(blocks.bytes.len() < strings.iter().map(String::len).sum::<usize>() / 2);
        }
    }

    #[test]
    fn the_block_that_is_held_is_of_the_blocks_that_are_asked() {
        let blocks = |text: &str| {
            let mut builder = BlocksBuilder::default();
            builder.push(text.as_bytes());
            builder.finish()
        };
        for number in 0..50 {
            let text = number.to_string();
            // Each may lie where the one before lay.
            assert_eq!(blocks(&text).read(0, <[u8]>::to_vec), Some(text.into_bytes()));
        }
    }
}
