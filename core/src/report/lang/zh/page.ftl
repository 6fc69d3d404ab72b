# 简体中文.

## The report as a page: --format html.

page-title = { $count ->
        [0] 未检查任何文件
       *[other] { $count } 个文件的来源
    }
page-lead = 关于这些文件的来源，哪些可以知道，哪些不能知道。判断时刻：{ $moment }。
page-skip = 跳到文件
page-summary = 摘要
page-groups = 发现了什么
page-groupFiles = 文件
page-declared = 它们对自身来源的说法
page-notChecked = 未检查的内容
page-about = 关于本报告
page-picture = { $name } 的缩小副本
page-noPicture = 无缩小副本
page-code = 代码

# Groups of files, in this order on the page. The number of files stands beside them.
group-contradictory = 矛盾
group-fails = 签名后被更改，或凭证已损坏
group-holds = 有效的凭证
group-labelled = 有标签、标记或找回的凭证，但没有有效的凭证
group-unreadable = 无法检查
group-none = 未发现任何内容

## What an outcome means, what it does not mean, and what to do.

outcome-contradictory = 此文件对自身的说法互相矛盾。
    .meaning = 文件中有两处互相矛盾。各项发现指明了这两处。
    .not = 这并不说明哪一处正确，也不意味着有人想要误导。
    .next = 请阅读下面两方面的内容，并在把任何一方当作事实转述之前询问发布文件的人。
outcome-trusted = 有一份有效的凭证，且您的信任列表认可其签发者。
    .meaning = 除列为未涵盖的部分外，文件的字节与签名相符，且您的信任列表认可该证书。
    .not = 这并不意味着图片所示之事确曾发生。签名涵盖的是字节，而不是事件。
    .next = 请查看谁签了名、声明了什么，以及签名没有涵盖什么。
outcome-valid = 有一份有效的凭证；您的信任列表中无人认可其签发者。
    .meaning = 文件的字节与签名相符，但任何人都可以用任何名义签名。
    .not = 这并不意味着签发者不诚实。小型出版者和新设备很少出现在列表中。
    .next = 请通过其他途径询问签发者该证书是否属于他们。
outcome-invalid = 有一份无效的凭证。
    .meaning = 文件在签名后被更改，或凭证本身违反了规则。各项发现说明是哪一种。
    .not = 这并不意味着有人想要误导。保存、缩放或发送图片就足以造成这种情况。
    .next = 请找到签发者发布的版本，并比较两者。
outcome-labelled = 文件说明了自身如何制作，但没有涵盖这一说法的签名。
    .meaning = 在元数据中找到标签，或在像素中找到标记。任何人都可以写入、更改或删除它们。
    .not = 这并不表明标签或标记所说的属实。
    .next = 请询问发布文件的人它是如何制作的。
outcome-none = 没有找到任何说明文件来源的内容。
    .meaning = 文件中没有 hallmark 能读取的凭证、标签或标记。
    .not = 这并不说明图片所示内容如何。世界上大多数图片都没有这类信息。
    .next = 请查找更早的副本，并询问最先发布它的人。
outcome-unreadable = 无法检查此文件。
    .meaning = hallmark 无法查看此文件。各项发现说明了原因。
    .not = 这并不说明内容如何。
    .next = 请重新获取文件，最好从最初发布的地方获取。

## The history of a picture.

chain-title = 凭证所述的形成过程
chain-thisFile = 此文件
chain-answers = { $signer } 对此步骤负责。
chain-answersUnlisted = { $signer } 在此步骤上署名；所用的任何列表都不认可此署名。
chain-broken = 此步骤的签名无效；无人对其负责。
chain-changed = { $signer } 签署了此步骤；此后文件被更改。
chain-nobody = 没有写明由谁对此步骤负责。
chain-signedAt = 签名时间：{ $moment }。
chain-noTime = 没有时间戳说明时间。
chain-madeWith = 制作工具：{ $generator }。
chain-more = 记录中还有 { $count } 个步骤。

# What was done (C2PA actions). Others are shown by their code.
action-created = 创建
action-opened = 打开
action-edited = 编辑
action-cropped = 裁剪
action-resized = 调整尺寸
action-rotated = 旋转
action-colorAdjusted = 调整色彩
action-filtered = 应用滤镜
action-drawn = 绘画添加
action-placed = 置入一部分
action-removed = 移除一部分
action-transcoded = 以另一格式存储
action-published = 发布
action-redacted = 从较早的凭证中删去一项陈述
action-watermarked = 加入水印
action-metadata = 编辑元数据
action-unknown = 做了未知的操作

## Comparisons.

compare-title = 比较
compare-now = 手中的文件
compare-parent = 较早版本
compare-signed = 签名时的样子
compare-note = 较早的图片是其签名者放入凭证的缩小副本。
compare-slider = 在两张图片之间移动
regions-title = 图片何处被更改
regions-alt = 手中的图片，框出 { $count } 处更改
regions-place = 第 { $index } 处：距左 { $left }%，距上 { $top }%，宽 { $width }%，高 { $height }%。

## What the signature leaves out.

uncovered-alt = 以条形表示的文件，从第一个字节到最后一个字节；斜线部分不在签名范围内。
uncovered-from = 起始字节
uncovered-bytes = 字节数
uncovered-what = 该处内容

## Forensic details.

forensic-title = 取证细节
forensic-label = 标签
forensic-value = 值
forensic-place = 位置
forensic-forging = 伪造难易
forensic-severity = 分量
forensic-finding = 发现
forensic-mark = 此标记偶然吻合的概率至多为 { $chance }。
forensic-openMark = 任何人都可写入此标记。
forensic-keyedMark = 持有密钥的人都可写入此标记，而且它可以从一张图片复制到另一张图片。
forensic-fingerprint = 指纹
forensic-manifest = 清单
forensic-registry = 登记库
forensic-elapsed = 用时
forensic-milliseconds = { $count } 毫秒

## About the report.

about-tool = hallmark { $version }，规则日期 { $ruleset }
about-moment = 判断时刻：{ $moment }，即 { $utc }。
about-trustInUse = 所用的信任列表：
about-trust = 在此认可了某项内容的信任列表：
about-noTrust = 没有信任列表在此认可任何内容。
about-pack = { $pack }，日期 { $date }
about-packUndated = { $pack }，无日期
about-repeat = 持有这些文件的人都可以重做此检查：`hallmark check --at { $utc } PATH`。每个文件的 SHA-256 说明是否为同一文件。
about-limits = hallmark 离线工作，不识别人脸，也不凭图片的样子猜测。它报告文件携带了什么、签名是否有效；由此得出什么结论由人决定。
