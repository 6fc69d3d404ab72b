# 简体中文.

## What commands say that write labels or take personal data out.

label-written = 已标注为{ $fact }（{ $standards }）。像素未变。
tools-signedAgain = 已重新签名，作为其较早凭证的延续。

privacy-found = { $count ->
        [0] 已知字段中没有个人数据。未查看图片所示内容。
       *[other] { $count } 项个人数据。
    }
privacy-stripped = { $count ->
        [0] 没有需要取出的内容。副本是 { $output }。
       *[other] 已取出 { $count } 项。副本是 { $output }。
    }
privacy-left = 以下内容无法取出：

## What is said about marks that are written or looked for.

marking-none = 未找到标记。大多数图片都没有。
marking-written = 像素现在带有用密钥 { $key } 写入的标记 { $payload }。已从副本中读回。
marking-survivesCopying = 试验中，它只经受住了复制和轻度压缩：此图片能隐藏的内容很少。
marking-survivesCompression = 试验中，它经受住了质量为 50 的 JPEG 压缩。
marking-survivesHalfSize = 试验中，它经受住了尺寸减半和质量为 50 的 JPEG 压缩。
marking-quality = 压缩前与原件的差异：PSNR { $psnr } dB，SSIM { $ssim }。
marking-lostPalette = 图片原有调色板或每色不足 8 位；副本每色 8 位。
marking-lostInterlacing = 图片原为隔行扫描；副本不是。
marking-lostArithmeticCoding = 图片原用算术编码；副本用霍夫曼编码。
marking-droppedCredential = 原件的凭证不在副本中：它对其他像素无效。

## Recovered credentials, in detail.

heading-recovered = 已找回
recovering-from = 来自 { $registry }：清单 { $manifest }
recovering-signer = 签发者 { $signer }（{ $state }）
recovering-similarity = 所比较内容的 { $percent }% 与签名时的样子相同
recovering-region = 已更改：占图片宽 { $width }%、高 { $height }%，距左 { $left }%，距上 { $top }%
recovering-mapWritten = 标出更改区域的图片是 { $output }。

## Registries.

registering-added = 已登记，编号为 { $number }。
registering-already = 先前已登记，编号为 { $number }。
registering-claim = { $number }，{ $moment }：标记 { $mark }，清单 { $label }
registering-tombstone = 于 { $moment } 撤销：{ $reason }
registering-revokedNow = 凭证 { $manifest } 现已撤销。找到它的人会得知这一点。
registering-revokedBefore = 凭证 { $manifest } 先前已撤销；保留最初的理由。
registering-exported = 登记库现已存入 { $output }，由密钥 { $signer } 签名。请通过其他途径将其指纹告知接收者。
registering-imported = 由密钥 { $signer } 签名。新增：{ $added }；先前已知：{ $already }；已撤销：{ $revoked }。
registering-conflictKept = 标记 { $mark } 被多份凭证主张（{ $manifests }）；登记库保持原样。

## Publishing.

publishing-published = 已发布，并登记为编号 { $number }。
publishing-before = 先前已发布，编号为 { $number }；这是当时的文件。
publishing-withoutMark = 它不带标记：{ $reason }。只能凭其样子再次找到。
publishing-stripped = 已取出 { $count } 项个人数据。
publishing-left = 无法取出的个人数据：{ $names }。

## Duties on content made by AI.

duty-notMet = 文件没有携带 { $article } 对人工智能制作内容所要求的内容。
    .meaning = 文件中有内容说明它由人工智能制作或更改，而您所问的规则要求这样的文件携带更多内容。
    .not = 这并不意味着有人违反了规则：规则约束谁、自何时起约束，不在查看之列。这不是法律意见。
    .next = 请在 `spec/profiles.md` 中查看文件应当携带什么，并咨询懂法律的人。

heading-duties = 义务
profile-line = { $article }：{ $met }
profile-met = 已携带
profile-notMet = 未携带
profile-notApplicable = 不适用，没有内容说明由人工智能制作
profile-cannotTell = 无法从外部断定
profile-unverified = （未阅读规则原文）
profile-none = 所问的规则涉及人工智能制作的内容；没有内容说明此文件由人工智能制作。

## What a pipeline did to a file.

passage-pixelsAlike = 两张图片看起来相同。
passage-pixelsDifferent = 两张图片看起来不同。
passage-pixelsUnknown = 无法按样子比较两张图片。
passage-item = { $kind }，{ $name }：{ $outcome }
passage-counts = { $kind }：保留 { $kept }，改动 { $altered }，去除 { $stripped }，添加 { $added }
passage-duty = 有些规则要求平台不得去除说明内容来源的信息：BPC § 22757.3.1（加利福尼亚州）；Code of Practice, 1.2（欧洲联盟，未阅读规则原文）。这不是法律意见。
outcome-kept = 保留
outcome-altered = 改动
outcome-stripped = 去除
outcome-added = 添加
