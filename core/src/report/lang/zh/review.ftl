# 简体中文.

## A person decides.

review-queued = { $count ->
        [0] 没有新内容进入账本。
       *[other] { $count } 项发现进入账本。
    }
review-unread = { $count } 个文件未能读到末尾，因此无法对其作出决定。
review-askName = 由谁决定？
review-askDecision = 决定：c（确认）、o（推翻）、n（留待决定）、q（停止）？
review-askReason = 理由？
review-decided = 已记录：{ $decision }，针对 { $asset }。
review-whole = 账本完整：{ $count } 条记录，其首部由密钥 { $signer } 签名。
review-malformed = 账本被更改：第 { $line } 行不是记录。
review-edited = 账本被更改：第 { $line } 行与前一行不相衔接，因此两行之一被编辑过。
review-missing = 账本被更改：第 { $line } 行之前缺行。
review-reordered = 账本被更改：第 { $line } 行应在别处。
review-truncated = 账本被更改：它在第 { $line } 行之前结束，而其首部称还有更多。
review-headDiffers = 账本被更改：它没有如其首部所称在第 { $line } 行结束。

## Earlier verdicts.

review-signedAfter = 在密钥撤销之后签名
review-timeUnknown = 用已撤销的密钥签名，没有受信任的时间戳表明是在撤销之前
review-noLongerVouched = 曾予认可的列表不在现有列表之中
review-vouchedNow = 现有的一个列表予以认可
review-summary = { $all } 条记录中有 { $count } 条改变。

## Cases that somebody else can judge again.

case-written = 案卷 { $output } 中有 { $count } 个文件，由密钥 { $signer } 签名。
case-signedByNobody = 该密钥是为此案卷制作的：它表明内容未被更改，而不表明案卷由谁制作。要以某人名义签名，请添加 --identity。
case-same = 裁断相同：重新检查 { $count } 个文件的媒体，结果与 { $moment } 所记录的一致。
case-sameWithoutMedia = 裁断相同：重新判断关于 { $count } 个文件的材料，结果与 { $moment } 所记录的一致。媒体不在案卷中，未予查看。
case-different = 不同，因为 { $path } 的 { $field } 原为 { $recorded }，现为 { $now }。
case-rules = 规则不同：案卷按 { $recorded } 判断，此程序按 { $now } 判断。
case-impossible = 无法重演，因为{ $reason }
