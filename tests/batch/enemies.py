"""Files made to stop, slow or crash whoever reads them."""

import io
import os
import stat
import struct
import zipfile
import zlib


def segment(marker, payload):
    return bytes([0xFF, marker]) + struct.pack(">H", len(payload) + 2) + payload


def jpeg(*segments):
    return b"\xff\xd8" + b"".join(segments) + b"\xff\xd9"


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width, height, *chunks):
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + b"".join(chunks) + chunk(b"IEND", b"")


def zeros(count):
    """So many zero bytes, deflated."""
    deflate = zlib.compressobj(9)
    block = bytes(1 << 20)
    out = io.BytesIO()
    for _ in range(count >> 20):
        out.write(deflate.compress(block))
    out.write(deflate.flush())
    return out.getvalue()


def boxes(depth, kind=b"jumb"):
    data = b""
    for _ in range(depth):
        data = struct.pack(">I", len(data) + 8) + kind + data
    return data


def jumbf_jpeg(box):
    """A JUMBF box over as many APP11 segments as it needs."""
    head = box[:8]
    parts = []
    rest = box
    number = 1
    while rest:
        cut = rest[:60_000]
        repeated = b"" if number == 1 else head
        parts.append(segment(0xEB, b"JP" + struct.pack(">HI", 1, number) + repeated + cut))
        rest = rest[60_000:]
        number += 1
    return jpeg(*parts)


def tiff_directory(entries):
    head = b"MM\x00*" + struct.pack(">I", 8)
    count = min(entries, 65_535)
    entry = struct.pack(">HHII", 0x010F, 2, 0xFFFFFFF0, 0xFFFFFFFE)
    return head + struct.pack(">H", count) + entry * count + struct.pack(">I", 8)


def tiff_chain(directories):
    """Directories that follow each other, more than 100,000 entries in all."""
    out = io.BytesIO(b"II*\x00" + struct.pack("<I", 8))
    out.seek(8)
    for _ in range(directories):
        at = out.tell()
        out.write(struct.pack("<H", 100))
        out.write(struct.pack("<HHII", 0x0110, 4, 1, 1) * 100)
        out.write(struct.pack("<I", at + 2 + 1200 + 4))
    return out.getvalue()


def archive(entries):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("mimetype", "application/epub+zip")
        for index in range(entries):
            file.writestr(f"{index}", b"")
    return out.getvalue()


def archive_bomb():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as file:
        file.writestr("mimetype", "application/epub+zip")
        file.writestr("META-INF/content_credential.c2pa", bytes(300 << 20))
    return out.getvalue()


def xmp(text):
    return jpeg(segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + text.encode()))


def laughs():
    entities = '<!ENTITY a0 "ha">' + "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)
    )
    return f"<!DOCTYPE x [{entities}]><x>&a11;</x>"


def files():
    """Name and bytes of every enemy that is an ordinary file."""
    yield "empty.jpg", b""
    yield "two-bytes.jpg", b"\xff\xd8"
    yield "two-bytes.png", b"\x89P"
    yield "markers.jpg", b"\xff\xd8" + b"\xff" * 2_000_000
    yield "segments.jpg", jpeg(*[segment(0xE5, b"x")] * 300_000)
    yield "length-zero.jpg", b"\xff\xd8\xff\xe1\x00\x00" * 1000
    yield "deep.jpg", jumbf_jpeg(boxes(1000))
    yield "deep.mp4", struct.pack(">I", 16) + b"ftypisom\0\0\0\0" + boxes(1000, b"moov")
    yield "deep.heic", struct.pack(">I", 16) + b"ftypheic\0\0\0\0" + boxes(1000, b"meta")
    yield "endless.mp4", struct.pack(">I", 16) + b"ftypisom\0\0\0\0" + b"\0\0\0\0free" + bytes(64)
    yield "small-boxes.mp4", struct.pack(">I", 16) + b"ftypisom\0\0\0\0" + (b"\0\0\0\x08free" * 500_000)
    yield "huge-box.mp4", struct.pack(">I", 16) + b"ftypisom\0\0\0\0" + b"\0\0\0\x01moov" + b"\xff" * 8
    yield "declared.png", png(100_000, 100_000)
    yield "bomb.png", png(20_000, 20_000, chunk(b"IDAT", zeros(1_200_000_000)))
    yield "profile-bomb.png", png(8, 8, chunk(b"iCCP", b"x\0\0" + zeros(400_000_000)))
    yield "text-bomb.png", png(8, 8, chunk(b"zTXt", b"parameters\0\0" + zeros(400_000_000)))
    yield "xmp-bomb.png", png(
        8, 8, chunk(b"iTXt", b"XML:com.adobe.xmp\0\x01\0\0\0" + zeros(400_000_000))
    )
    yield "chunks.png", png(8, 8, *[chunk(b"teXt", b"")] * 400_000)
    yield "chunk-length.png", b"\x89PNG\r\n\x1a\n" + b"\xff\xff\xff\xffIHDR" + bytes(64)
    yield "profile.jpg", jpeg(*[segment(0xE2, b"ICC_PROFILE\0" + bytes([n % 256, 255]) + b"x" * 65_000) for n in range(255)])
    yield "laughs.jpg", xmp(laughs())
    yield "nested.jpg", xmp("<a>" * 15_000 + "</a>" * 5_000)
    yield "directory.tif", tiff_directory(100_000)
    yield "directories.tif", tiff_chain(1_100)
    yield "loop.tif", b"II*\x00\x08\0\0\0" + struct.pack("<H", 0) + struct.pack("<I", 8)
    yield "entries.epub", archive(100_000)
    yield "bomb.epub", archive_bomb()
    yield "riff.webp", b"RIFF" + struct.pack("<I", 0xFFFFFFFF) + b"WEBP" + b"EXIF\xff\xff\xff\xff" * 1000
    yield "riff-small.webp", b"RIFF" + struct.pack("<I", 8_000_004) + b"WEBP" + b"abcd\0\0\0\0" * 1_000_000
    yield "gif.gif", b"GIF89a\xff\xff\xff\xff\x00\x00\x00" + b"!\xfe\x01x\x00" * 400_000
    yield "pdf.pdf", b"%PDF-1.7\n" + b"1 0 obj\n<<" * 100_000
    yield "svg.svg", ("<svg xmlns='http://www.w3.org/2000/svg'>" + "<g>" * 100_000).encode()
    yield "lie.jpg", png(8, 8)
    yield "new\nline.jpg", b"\xff\xd8"
    yield "-rf.jpg", b"\xff\xd8"
    yield "‮gpj.png", b"\x89P"


def write(folder):
    """Writes them all, and what is no ordinary file; returns what could not be made here."""
    os.makedirs(folder, exist_ok=True)
    missing = []
    for name, data in files():
        with open(os.path.join(folder, name), "wb") as file:
            file.write(data)
    os.mkfifo(os.path.join(folder, "pipe.jpg"))
    for name, number in [("null.jpg", (1, 3)), ("zero.jpg", (1, 5)), ("random.jpg", (1, 9))]:
        try:
            os.mknod(os.path.join(folder, name), stat.S_IFCHR | 0o666, os.makedev(*number))
        except PermissionError:
            missing.append(name)
    os.symlink("/dev/zero", os.path.join(folder, "link.jpg"))
    os.symlink(".", os.path.join(folder, "circle"))
    secret = os.path.join(folder, "unreadable.jpg")
    with open(secret, "wb") as file:
        file.write(b"\xff\xd8\xff\xd9")
    os.chmod(secret, 0)
    return missing
