# 简体中文.

## What was not looked at.

notChecked-revocation = 未查询证书是否被撤销；hallmark 不联网。
    .meaning = 证书机构会撤销证书，例如在失窃之后。只有它们能说明。
    .not = 这并不意味着证书已被撤销，也不意味着没有被撤销。
    .next = 如果此事关系重大，请询问证书机构。

notChecked-closedMarks = 未查找只有制作方能读取的标记（SynthID、Digimarc）。
    .meaning = 有些公司在图片中隐藏标记，并将读取手段留给自己。
    .not = 这并不意味着图片带有这样的标记，也不意味着没有。
    .next = 如果此事关系重大，请询问制作方；有些提供此项服务。

notChecked-watermark = 未查找像素中的水印。
    .meaning = 已按要求略过查找，或文件完全无法读取。
    .not = 这并不意味着图片带有水印，也不意味着没有。
    .next = 如果您预料有水印，请不带 --only 和 --no-pixels 运行 `hallmark check`。

notChecked-parent = 未将图片与您指定为其上级版本的文件进行比较：{ $detail }。
    .meaning = 该文件中没有 hallmark 能够解码的图片。
    .not = 这并不意味着两者不同，也不意味着两者相同。
    .next = 请指定上级版本的 JPEG、PNG、WebP、TIFF 或 GIF 副本。

notChecked-parentPixels = 未将图片与您指定为上级版本的文件进行比较：没有查看像素。
    .meaning = 已按要求略过像素（--no-pixels 或 --only）。不需要像素的内容，即音轨和字幕的语言，仍与上级版本作了对照。
    .not = 这并不意味着两者不同，也不意味着两者相同。
    .next = 请不带 --no-pixels 运行 `hallmark check`；--only 须包含 fingerprint。

notChecked-pixels-format = 未查看像素：hallmark 不解码 { $format }。
    .meaning = 此格式的凭证和标签已读取；像素中的标记没有读取。
    .not = 这并不意味着有标记，也不意味着没有。
    .next = 请用您信任的程序将图片转为 PNG，并在该副本中查找标记。

notChecked-pixels-limit = 未查看像素：尺寸为 { $size } 的图片超过限额。
    .meaning = 解码它所需的内存超过单张图片的限额。
    .not = 这并不意味着文件有什么问题。
    .next = 如果您信任文件的来源，请提高 --max-pixels。

notChecked-pixels-unreadable = 未查看像素：像素无法解码。
    .meaning = 文件开头像图片，但其像素已损坏或属于罕见类型。
    .not = 这并不意味着有人有意损坏它。
    .next = 请重新获取文件，或在另一程序中打开。

notChecked-pixels-few = 未查找水印：尺寸为 { $size }、像素或颜色如此之少的图片无法承载水印。
    .meaning = 标记要求每边至少 64 像素，且颜色多于两种。
    .not = 这并不意味着更大的副本没有标记。
    .next = 请查找更大的副本。

notChecked-pixels-time = 水印查找已停止：此图片用时过长。
    .meaning = 单个文件的时间在得出答案之前已用完。
    .not = 这并不意味着图片带有标记，也不意味着没有。
    .next = 请提高 --deadline 并重新检查此文件。

notChecked-comparison = 未比较图片是否仍为所签署的图片。
    .meaning = 找回的凭证中没有图片描述，或手中所剩的签署图片过少。
    .not = 这并不意味着图片被更改，也不意味着没有被更改。
    .next = 请向发布者索取图片，自行比较。

notChecked-openMarks = 无法在此类图片中查找图片生成器的公开标记。
    .meaning = 这类标记只能留存于以无损或近乎无损方式存储的中等尺寸彩色图片中。
    .not = 这并不说明是否曾有标记。
    .next = 请查找最初发布时的图片。

notChecked-remoteManifest = 位于别处的凭证未予获取；hallmark 不联网。
    .meaning = 文件写明了据称存放其凭证的地方。
    .not = 这并不意味着该处有凭证，也不说明凭证内容如何。
    .next = 如果您接受该处的所有者会得知此事，请自行下载，并以 .c2pa 为后缀放在文件旁边。

notChecked-identity = 未查询只有在线服务才能确认的身份。
    .meaning = 有人通过网络上的服务在此文件上署名，而 hallmark 不询问该服务。
    .not = 这并不意味着名称正确，也不意味着名称有误。
    .next = 如果名称对您重要，请询问凭证中写明的服务。

notChecked-softBinding = 凭证写有“{ $value }”，未予查找。
    .meaning = 签名者可以在文件中放入其他厂商的标记，或保存其指纹，并在凭证中写明。hallmark 只知其名；其中大多数只有其厂商能读取。
    .not = 这并不意味着标记在其中，也不意味着不在。
    .next = 如果某个副本失去了凭证且此事关系重大，请询问该厂商；有些提供此项服务。

notChecked-metadata = 不读取此格式的元数据。
    .meaning = hallmark 读取此格式的凭证，但不读取其说明文字、日期和标签。
    .not = 这并不意味着有标签，也不意味着没有。
    .next = 如果标签对您重要，请使用元数据查看程序。
