# 简体中文.

## Labels.

label-digitalSourceType-unknown = 文件声明了词汇表中没有的来源类型。
    .meaning = IPTC 数字来源类型列表中没有此条目；它可能拼写有误，或比此版本更新。
    .not = 这并不说明图片如何制作。
    .next = 请阅读报告中的值，并更新 hallmark。

label-aigc-malformed = 此文件中的 AIGC 标签违反了其标准的一条规则：“{ $detail }”。
    .meaning = 文件有中国标准 GB 45438 的标签，但其内容不完整、顺序不对或无法读取。
    .not = 这并不意味着没有标签，也不意味着有人做了手脚；许多程序写得不对。
    .next = 请阅读报告中的标签，并询问发布文件的人它是如何制作的。

label-aigc-duplicate = 文件有 { $count } 个 AIGC 标签；标准只允许一个。
    .meaning = 多个程序，或一个程序在多处，写入了中国标准 GB 45438 的标签。
    .not = 这并不意味着这些标签互相矛盾。
    .next = 请比较报告中的各个标签。

label-aigc-signature-holds = AIGC 标签已用随附的密钥签名。
    .meaning = 关于制作者的三个字段相互对应，自有人签名以来未变。
    .not = 这并不说明由谁签名：任何人都可以制作这样的密钥。
    .next = 请询问标签所写的制作者该密钥是否属于他们。

label-aigc-signature-pinned = AIGC 标签已用已知制作者的密钥签名。
    .meaning = 关于制作者的三个字段自该密钥的持有者签名以来未变。
    .not = 这不涵盖图片：标签可以被复制到另一文件。
    .next = 请将标签的标识符与制作者对它的说法比较。

label-aigc-signature-mismatch = AIGC 标签的签名无效。
    .meaning = 关于制作者的字段在签名后被更改，或签名属于另一标签。
    .not = 这并不说明图片如何，也不意味着标签有误。
    .next = 请获取制作者所发布的文件，并检查那个文件。

label-aigc-signature-unreadable = AIGC 标签带有此处无法读取的一种签名。
    .meaning = 其算法、密钥或涵盖范围不属于实践指南所描述的。
    .not = 这并不意味着签名无效。
    .next = 请询问标签所写的制作者。

label-novelai-signature-holds = NovelAI 对像素和生成数据的签名有效。
    .meaning = 像素和注释与 NovelAI 密钥持有者签名时完全一致。
    .not = 这并不说明由谁要求制作此图片。
    .next = 可以报告为用 NovelAI 制作；任何人都可以再次检查该签名。

label-novelai-signature-mismatch = 文件带有一个无效的 NovelAI 签名。
    .meaning = 像素或注释在签名后被更改，或签名取自另一图片。
    .not = 这并不意味着图片不是用 NovelAI 制作的：重新保存就足以造成这种情况。
    .next = 请查找最初发布时的文件。

contradiction-labels-disagree = 文件对自身有两种不同的说法：“{ $first }”和“{ $second }”。
    .meaning = 同一文件中的两个标签声明了不同的来源类型，例如相机和生成器。
    .not = 这并不说明哪一个正确；程序在编辑时往往保留旧标签。
    .next = 请询问最后编辑文件的人，不要把任何一个标签当作事实转述。

contradiction-credential-captured-label-generated = 凭证称此图片由相机拍摄；文件中的标签称它由人工智能制作。
    .meaning = 已签名的凭证与未签名的标签互相矛盾。
    .not = 这并不说明哪一个正确。标签更容易伪造。
    .next = 请询问签名者，并查看签名没有涵盖什么。

contradiction-credential-captured-mark-generated = 凭证称此图片由相机拍摄；其像素带有一种生成器的公开标记。
    .meaning = 已签名的凭证与任何人都可写入的水印互相矛盾。
    .not = 这并不说明图片是生成的：这样的标记可以加盖在照片上，使其看起来像是生成的。
    .next = 不要单独依据其中任何一个。请向签名者索取相机所存的图片，并进行比较。

contradiction-credential-removed = 元数据指向此文件内的凭证，而其中并没有凭证。
    .meaning = 文件曾带有内容凭证。某个保存或发送它的程序去掉了凭证而留下了指向。
    .not = 这并不意味着有人想要隐瞒什么；大多数程序和平台会未经要求就去掉它们。
    .next = 请查找更早、更接近图片最初发布处的副本。

contradiction-label-partial = 元数据写有一个人工智能系统“{ $value }”，但没有说明它做了什么。
    .meaning = 在这些细节旁边缺少说明图片如何制作的标签；它从未写入，或被移除。
    .not = 这并不说明人工智能是制作了图片、更改了图片，还是仅仅描述了图片。
    .next = 请询问最后编辑文件的人，或查找更早的副本。

contradiction-dates-disordered = 此文件中的日期先后不合：“{ $first }”晚于“{ $second }”。
    .meaning = 据称图片是在其已经完成的时刻之后拍录或处理的。
    .not = 这并不意味着有人伪造了日期；相机的时钟常常不准。
    .next = 若有时间戳，请以它为准，不要依据文件关于时间的其他说法。

contradiction-dimensions-differ = EXIF 称有 { $first } 像素，图片有 { $second }。
    .meaning = 图片的形状在其 EXIF 数据写入之后改变：有内容被裁去或添加，或图片被拉伸。
    .not = 这并不说明是否裁去了内容、裁去了什么；裁剪图片很常见。
    .next = 请查找未经裁剪的副本。

contradiction-orientation-differs = 关于图片的旋转方向，EXIF 与 XMP 的说法不同：{ $first } 和 { $second }。
    .meaning = 某个程序旋转了图片，却只更新了两者之一。
    .not = 这并不意味着还有其他内容被更改。
    .next = 在描述图片内容之前，请在不止一个程序中查看它。

contradiction-thumbnail-differs = { $first } 中的缩小副本所示的图片与文件不同，或显示得更多。
    .meaning = 文件带有自身图片的缩小副本，程序在更改图片时应当更新它。此副本与图片不像。
    .not = 这并不说明两者哪一个在先，也不意味着有人想要误导；许多程序裁剪或替换图片时会忘记缩小副本。
    .next = 请在报告中查看两者，并询问发布文件的人更改了什么。缩小副本可能显示被裁去的内容。

contradiction-aiEdit-unseen = 声明称人工智能编辑过此图片，而与其上级版本相比看不出差别。
    .meaning = 已将图片与其所由来的图片进行比较。除大小、压缩和亮度之外，两者看起来相同。
    .not = 这并不意味着什么都没有编辑：改动可能小于比较所能看出的程度，尤其是在只有上级版本的缩小副本时。
    .next = 请与上级版本本身比较：hallmark check 文件 --parent 上级版本。并询问签名者编辑了什么。

contradiction-step-undeclared = 此图片与其上级版本不同，而所声明的步骤都无法解释这一点。
    .meaning = 凭证称图片只是被打开，至多经过编码、缩放或旋转。将其与所由来的图片比较后发现，它被更改、裁剪或替换了。
    .not = 这并不说明更改了什么，也不意味着有人想要误导；程序会忘记声明步骤。上级版本的缩小副本只是较弱的依据。
    .next = 请查看两张图片，并与上级版本本身比较：hallmark check 文件 --parent 上级版本。请询问签名者其间发生了什么。

contradiction-language-differs = 一条轨道的语言为“{ $second }”，而上级版本为“{ $first }”；所声明的步骤都无法解释这一点。
    .meaning = 该文件由另一个文件制成，而后者的轨道是另一种语言。凭证没有写明配音或翻译。
    .not = 这并不意味着声音不是原来所说的内容：许多程序会写入没有人选择过的语言。
    .next = 请听两者，并询问签名者文件是否经过配音或翻译。
