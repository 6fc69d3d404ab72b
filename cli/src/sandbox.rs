//! What a worker gives up before it meets the first byte of a stranger.
//!
//! A worker needs memory, processor time, the files it is handed and the pipe it answers on.
//! Everything else is given up by the worker itself, right after its start and before its first
//! question, each layer independent of the others:
//!
//! - resource limits: no core dumps, no growing files, few open files, and an address space that
//!   follows the share of memory of each question;
//! - Landlock (Linux 5.13 and later): no file can be opened, made, removed or run, no TCP port
//!   bound or connected, no process outside signalled;
//! - seccomp (Linux): no program started, no file opened, no socket, no other process touched.
//!
//! A layer that the kernel does not offer is missed, and said to be missed.

use serde::{Deserialize, Serialize};

/// Which layers hold in a worker.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Confinement {
    /// Landlock restricts file access.
    pub(crate) landlock: bool,
    /// A seccomp filter restricts system calls.
    pub(crate) seccomp: bool,
    /// The address space can be limited.
    pub(crate) memory: bool,
}

/// The memory that a worker may take for a question.
#[derive(Debug, Default)]
pub(crate) struct MemoryLimit {
    #[cfg(target_os = "linux")]
    statm: Option<std::fs::File>,
    #[cfg(target_os = "linux")]
    baseline: Option<u64>,
    #[cfg(target_os = "linux")]
    allowed: Option<u64>,
}

/// Gives up what is not needed. Call on the first thread, before any other is started: threads
/// inherit what their parent gave up.
pub(crate) fn enter() -> (Confinement, MemoryLimit) {
    #[cfg(target_os = "linux")]
    {
        linux::enter()
    }
    #[cfg(not(target_os = "linux"))]
    {
        (Confinement::default(), MemoryLimit::default())
    }
}

impl MemoryLimit {
    /// From now on the process may take `share` bytes beyond what it had when first asked.
    #[cfg_attr(
        not(target_os = "linux"),
        expect(clippy::unused_self, reason = "only Linux says how much is in use")
    )]
    pub(crate) fn allow(&mut self, share: u64) {
        #[cfg(target_os = "linux")]
        self.limit(share);
        #[cfg(not(target_os = "linux"))]
        let _ = share;
    }
}

#[cfg(target_os = "linux")]
mod linux {
    use std::{
        collections::BTreeMap,
        fs::File,
        io::{Read, Seek},
    };

    use landlock::{ABI, Access, AccessFs, AccessNet, Ruleset, RulesetAttr, RulesetStatus, Scope};
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    use seccompiler::{
        BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter,
        SeccompRule,
    };

    use super::{Confinement, MemoryLimit};

    /// Open files: pipes, the asset, the manifest beside it, and room for what runtimes open.
    const OPEN_FILES: u64 = 64;

    /// The newest Landlock rules asked for; an older kernel enforces what it knows.
    const LANDLOCK: ABI = ABI::V6;

    pub(super) fn enter() -> (Confinement, MemoryLimit) {
        let statm = File::open("/proc/self/statm").ok();
        for (resource, most) in [
            (Resource::Core, 0),
            (Resource::Fsize, 0),
            (Resource::Nofile, OPEN_FILES),
        ] {
            // A limit that cannot be lowered is one layer less, not a reason to stop.
            let _ = setrlimit(
                resource,
                Rlimit {
                    current: Some(most),
                    maximum: Some(most),
                },
            );
        }
        let confinement = Confinement {
            memory: statm.is_some(),
            landlock: landlocked(),
            seccomp: filtered().is_some(),
        };
        let memory = MemoryLimit {
            statm,
            ..MemoryLimit::default()
        };
        (confinement, memory)
    }

    /// Forbids every access to files and network that Landlock knows. Sets no-new-privileges.
    fn landlocked() -> bool {
        let restricted = Ruleset::default()
            .handle_access(AccessFs::from_all(LANDLOCK))
            .and_then(|rules| rules.handle_access(AccessNet::from_all(LANDLOCK)))
            .and_then(|rules| rules.scope(Scope::from_all(LANDLOCK)))
            .and_then(Ruleset::create)
            .and_then(landlock::RulesetCreated::restrict_self);
        restricted.is_ok_and(|status| status.ruleset != RulesetStatus::NotEnforced)
    }

    /// System calls that fail with `EPERM` whatever their arguments. A list of what is refused
    /// holds on every C library; what remains touches nothing outside the process.
    const REFUSED: &[libc::c_long] = &[
        // Network.
        libc::SYS_socket,
        libc::SYS_socketpair,
        libc::SYS_connect,
        libc::SYS_bind,
        libc::SYS_listen,
        libc::SYS_accept4,
        // Files.
        libc::SYS_openat,
        libc::SYS_openat2,
        libc::SYS_open_by_handle_at,
        libc::SYS_mknodat,
        libc::SYS_mkdirat,
        libc::SYS_unlinkat,
        libc::SYS_renameat2,
        libc::SYS_linkat,
        libc::SYS_symlinkat,
        libc::SYS_fchmodat,
        libc::SYS_fchownat,
        libc::SYS_fchmod,
        libc::SYS_fchown,
        libc::SYS_truncate,
        libc::SYS_ftruncate,
        libc::SYS_fallocate,
        libc::SYS_utimensat,
        libc::SYS_setxattr,
        libc::SYS_fsetxattr,
        libc::SYS_removexattr,
        libc::SYS_fremovexattr,
        // Programs and other processes.
        libc::SYS_execve,
        libc::SYS_execveat,
        libc::SYS_ptrace,
        libc::SYS_process_vm_readv,
        libc::SYS_process_vm_writev,
        libc::SYS_pidfd_open,
        libc::SYS_pidfd_getfd,
        libc::SYS_pidfd_send_signal,
        libc::SYS_setns,
        libc::SYS_unshare,
        // The system.
        libc::SYS_mount,
        libc::SYS_umount2,
        libc::SYS_pivot_root,
        libc::SYS_chroot,
        libc::SYS_reboot,
        libc::SYS_init_module,
        libc::SYS_finit_module,
        libc::SYS_kexec_load,
        libc::SYS_swapon,
        libc::SYS_swapoff,
        libc::SYS_settimeofday,
        libc::SYS_clock_settime,
        libc::SYS_sethostname,
        libc::SYS_bpf,
        libc::SYS_perf_event_open,
        libc::SYS_userfaultfd,
        libc::SYS_io_uring_setup,
        libc::SYS_keyctl,
        libc::SYS_add_key,
        libc::SYS_request_key,
        // Queues and memory shared with others.
        libc::SYS_shmget,
        libc::SYS_msgget,
        libc::SYS_semget,
        libc::SYS_mq_open,
    ];

    /// The older names of some of them, which newer architectures no longer have.
    #[cfg(target_arch = "x86_64")]
    const REFUSED_OLDER: &[libc::c_long] = &[
        libc::SYS_accept,
        libc::SYS_open,
        libc::SYS_creat,
        libc::SYS_mknod,
        libc::SYS_mkdir,
        libc::SYS_rmdir,
        libc::SYS_unlink,
        libc::SYS_rename,
        libc::SYS_renameat,
        libc::SYS_link,
        libc::SYS_symlink,
        libc::SYS_chmod,
        libc::SYS_chown,
        libc::SYS_lchown,
        libc::SYS_fork,
        libc::SYS_vfork,
    ];
    #[cfg(not(target_arch = "x86_64"))]
    const REFUSED_OLDER: &[libc::c_long] = &[libc::SYS_accept];

    /// Refuses those system calls; `None` where no filter can be made or installed.
    #[allow(
        clippy::useless_conversion,
        reason = "numbers of system calls are 32 bits long on some machines"
    )]
    fn filtered() -> Option<()> {
        let mut rules: BTreeMap<i64, Vec<SeccompRule>> = REFUSED
            .iter()
            .chain(REFUSED_OLDER)
            .map(|call| (i64::from(*call), Vec::new()))
            .collect();
        // Limits and signals of other processes; 0 is this one.
        let another = |argument| {
            SeccompCondition::new(argument, SeccompCmpArgLen::Dword, SeccompCmpOp::Ne, 0)
                .and_then(|condition| SeccompRule::new(vec![condition]))
        };
        rules.insert(i64::from(libc::SYS_prlimit64), vec![another(0).ok()?]);
        let own = u64::from(std::process::id());
        let signal = SeccompCondition::new(0, SeccompCmpArgLen::Dword, SeccompCmpOp::Ne, own)
            .and_then(|condition| SeccompRule::new(vec![condition]))
            .ok()?;
        for call in [libc::SYS_kill, libc::SYS_tgkill] {
            rules.insert(i64::from(call), vec![signal.clone()]);
        }
        let refusal = u32::try_from(libc::EPERM).ok()?;
        let filter = SeccompFilter::new(
            rules,
            SeccompAction::Allow,
            SeccompAction::Errno(refusal),
            std::env::consts::ARCH.try_into().ok()?,
        )
        .ok()?;
        let program: BpfProgram = filter.try_into().ok()?;
        seccompiler::apply_filter(&program).ok()
    }

    impl MemoryLimit {
        /// Sets the address-space limit for the question in hand.
        pub(super) fn limit(&mut self, share: u64) {
            if self.allowed == Some(share) {
                return;
            }
            let Some(baseline) = self.baseline() else {
                return;
            };
            let maximum = getrlimit(Resource::As).maximum;
            let wanted = baseline.saturating_add(share);
            let current = maximum.map_or(wanted, |most| most.min(wanted));
            let limit = Rlimit {
                current: Some(current),
                maximum,
            };
            if setrlimit(Resource::As, limit).is_ok() {
                self.allowed = Some(share);
            }
        }

        /// The address space in use at the first question: program, stacks, runtime.
        fn baseline(&mut self) -> Option<u64> {
            if self.baseline.is_none() {
                let statm = self.statm.as_mut()?;
                let mut text = String::new();
                statm.rewind().ok()?;
                statm.read_to_string(&mut text).ok()?;
                let pages: u64 = text.split_ascii_whitespace().next()?.parse().ok()?;
                let page = u64::try_from(rustix::param::page_size()).ok()?;
                self.baseline = pages.checked_mul(page);
            }
            self.baseline
        }
    }
}
