//! The line from a program to its worker: frames, and open files that travel with them.
//!
//! A worker that has given up its rights cannot open files. On Unix it need not: the files of a
//! question, open for reading, are handed over with it (`SCM_RIGHTS`, unix(7)). Elsewhere none
//! travel, and the worker opens what the question names.

#[cfg(not(unix))]
pub(super) use portable::{Inbox, Line, Plug};
#[cfg(unix)]
pub(super) use unix::{Inbox, Line, Plug};

/// Most files that travel with one frame: an asset and the manifest beside it.
#[cfg(unix)]
const FILES: usize = 2;

#[cfg(unix)]
mod unix {
    use std::{
        fs::File,
        io::{self, IoSlice, IoSliceMut, Read, Write},
        mem::MaybeUninit,
        os::{
            fd::{AsFd, BorrowedFd, OwnedFd},
            unix::net::UnixStream,
        },
        process::{Child, Command},
    };

    use rustix::{
        io::retry_on_intr,
        net::{
            RecvAncillaryBuffer, RecvAncillaryMessage, RecvFlags, SendAncillaryBuffer,
            SendAncillaryMessage, SendFlags, recvmsg, sendmsg,
        },
    };

    use super::FILES;

    /// Files that arrive are not inherited by processes that a broken worker might start.
    #[cfg(any(target_os = "linux", target_os = "android"))]
    const RECEIVING: RecvFlags = RecvFlags::CMSG_CLOEXEC;
    #[cfg(not(any(target_os = "linux", target_os = "android")))]
    const RECEIVING: RecvFlags = RecvFlags::empty();

    /// Our end, while the worker is being started.
    pub(in crate::pool) struct Plug(UnixStream);

    impl Plug {
        /// Makes a socket the standard input of `command`.
        pub(in crate::pool) fn into(command: &mut Command) -> io::Result<Self> {
            let (ours, theirs) = UnixStream::pair()?;
            command.stdin(OwnedFd::from(theirs));
            Ok(Self(ours))
        }

        /// The line, once the worker runs.
        pub(in crate::pool) fn connect(self, _: &mut Child) -> io::Result<Line> {
            Ok(Line(self.0))
        }
    }

    /// Sends frames.
    #[derive(Debug)]
    pub(in crate::pool) struct Line(UnixStream);

    impl Line {
        /// Sends bytes, and these files with the first of them.
        pub(in crate::pool) fn send(&mut self, bytes: &[u8], files: &[&File]) -> io::Result<()> {
            let handles: Vec<BorrowedFd<'_>> = files.iter().map(AsFd::as_fd).collect();
            let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(FILES))];
            let mut control = SendAncillaryBuffer::new(&mut space);
            if !handles.is_empty() && !control.push(SendAncillaryMessage::ScmRights(&handles)) {
                return Err(io::ErrorKind::ArgumentListTooLong.into());
            }
            let parts = [IoSlice::new(bytes)];
            let sent =
                retry_on_intr(|| sendmsg(&self.0, &parts, &mut control, SendFlags::empty()))?;
            self.0.write_all(bytes.get(sent..).unwrap_or_default())
        }
    }

    /// Receives frames on standard input.
    #[derive(Debug)]
    pub(in crate::pool) struct Inbox {
        stdin: io::Stdin,
        files: Vec<File>,
    }

    impl Inbox {
        /// The inbox of this process.
        pub(in crate::pool) fn of_process() -> Self {
            Self {
                stdin: io::stdin(),
                files: Vec::new(),
            }
        }

        /// The files that came since the last call.
        pub(in crate::pool) fn files(&mut self) -> Vec<File> {
            std::mem::take(&mut self.files)
        }
    }

    impl Read for Inbox {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(FILES))];
            let mut control = RecvAncillaryBuffer::new(&mut space);
            let mut parts = [IoSliceMut::new(buffer)];
            let received =
                retry_on_intr(|| recvmsg(&self.stdin, &mut parts, &mut control, RECEIVING))?;
            for message in control.drain() {
                if let RecvAncillaryMessage::ScmRights(handles) = message {
                    self.files.extend(handles.map(File::from));
                }
            }
            Ok(received.bytes)
        }
    }
}

#[cfg(not(unix))]
mod portable {
    use std::{
        fs::File,
        io::{self, Read, Write},
        process::{Child, ChildStdin, Command, Stdio},
    };

    /// Our end, while the worker is being started.
    pub(in crate::pool) struct Plug;

    impl Plug {
        /// Makes a pipe the standard input of `command`.
        pub(in crate::pool) fn into(command: &mut Command) -> io::Result<Self> {
            command.stdin(Stdio::piped());
            Ok(Self)
        }

        /// The line, once the worker runs.
        pub(in crate::pool) fn connect(self, child: &mut Child) -> io::Result<Line> {
            child
                .stdin
                .take()
                .map(Line)
                .ok_or_else(|| io::Error::other("its pipes are missing"))
        }
    }

    /// Sends frames.
    #[derive(Debug)]
    pub(in crate::pool) struct Line(ChildStdin);

    impl Line {
        /// Sends bytes; files do not travel here.
        pub(in crate::pool) fn send(&mut self, bytes: &[u8], _: &[&File]) -> io::Result<()> {
            self.0.write_all(bytes)?;
            self.0.flush()
        }
    }

    /// Receives frames on standard input.
    #[derive(Debug)]
    pub(in crate::pool) struct Inbox(io::Stdin);

    impl Inbox {
        /// The inbox of this process.
        pub(in crate::pool) fn of_process() -> Self {
            Self(io::stdin())
        }

        /// None travel here.
        pub(in crate::pool) fn files(&mut self) -> Vec<File> {
            Vec::new()
        }
    }

    impl Read for Inbox {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            self.0.read(buffer)
        }
    }
}
