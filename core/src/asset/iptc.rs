//! IPTC-IIM records (IIM 4.2, section 1.5), read and written.

/// Data sets of one block; agencies write about fifty.
const DATA_SETS: usize = 1_000;

/// One data set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DataSet<'a> {
    /// Record: 1 the envelope, 2 the description.
    pub record: u8,
    /// Number in the record.
    pub number: u8,
    /// Its value.
    pub value: &'a [u8],
}

/// The data sets of a block, up to the first that is none.
#[must_use]
pub fn read(records: &[u8]) -> Vec<DataSet<'_>> {
    let mut sets = Vec::new();
    let mut rest = records;
    while sets.len() < DATA_SETS {
        let Some(([0x1C, record, number, l0, l1], after)) = rest.split_first_chunk::<5>() else {
            break;
        };
        // An extended length (its first bit set) says how many bytes hold the length.
        let length = usize::from(u16::from_be_bytes([*l0, *l1]));
        let Some((value, after)) = (length < 0x8000)
            .then(|| after.split_at_checked(length))
            .flatten()
        else {
            break;
        };
        sets.push(DataSet {
            record: *record,
            number: *number,
            value,
        });
        rest = after;
    }
    sets
}

/// The block of these data sets.
#[must_use]
pub fn write(sets: &[DataSet<'_>]) -> Vec<u8> {
    sets.iter()
        .flat_map(|set| {
            let length = u16::try_from(set.value.len()).unwrap_or(u16::MAX);
            let head = [0x1C, set.record, set.number];
            [head.as_slice(), &length.to_be_bytes(), set.value].concat()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_is_written_back() {
        let block = b"\x1C\x02\x50\x00\x03Ann\x1C\x02\x6E\x00\x00";
        let sets = read(block);
        assert_eq!(sets.len(), 2);
        assert_eq!((sets[0].number, sets[0].value), (80, b"Ann".as_slice()));
        assert_eq!(write(&sets), block);
    }

    #[test]
    fn reading_ends_where_no_data_set_begins() {
        for block in [
            b"".as_slice(),
            b"\x1C\x02\x50\x00",
            b"\x1C\x02\x50\x80\x04",
            b"abcde",
        ] {
            assert_eq!(read(block), []);
        }
        assert_eq!(read(b"\x1C\x02\x50\x00\x01A\x00\x00\x00\x00\x00").len(), 1);
    }
}
