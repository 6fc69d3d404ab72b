# 简体中文.
#
# The id of a message is the code of a finding with dots as dashes. Each has four parts: the
# sentence itself, what it means, what it does not mean, and what to do. Values that a sentence
# quotes come from files and certificates; they are shown between quotation marks.

## The asset.

asset-empty = 文件是空的。
    .meaning = 文件没有任何字节。
    .not = 这并不意味着图片被有意删除；下载失败和磁盘写满会留下这样的文件。
    .next = 请从原处重新获取文件。

asset-malformed = 文件的结构已损坏：{ $what }。
    .meaning = 文件开头像一种已知格式，但其中一部分不符合该格式的规则。
    .not = 这并不意味着有人做了手脚；存储卡损坏和传输中断会造成这种情况。
    .next = 请重新获取文件，最好是设备中的或最先发布者的原件。

asset-truncated = 文件过早结束：{ $what }。
    .meaning = 按文件自身的结构，字节应当比现有的多。
    .not = 这并不意味着缺少的部分是被有意截去的；下载中断的文件就是这样结束的。
    .next = 请重新下载或复制文件，并比较其长度。

asset-unsupported = 这不是 hallmark 能查看的媒体格式。
    .meaning = 文件开头的字节不属于 hallmark 能读取的任何格式。
    .not = 这并不说明内容或其凭证如何。
    .next = 请查明这是何种文件。若是图片，请以原有格式保存原件，而不要转换。

asset-unreadable = 无法读取文件。
    .meaning = 操作系统没有交出文件的字节：文件缺失、受保护，或磁盘出错。
    .not = 这并不说明内容如何。
    .next = 请检查路径和您的读取权限，然后重新检查。

asset-notRegularFile = 这是管道、设备或套接字，不是文件；未予打开。
    .meaning = 路径指向永不结束或一经读取便会动作的对象，因此 hallmark 不去触碰。
    .not = 这并不说明从中可以读到什么。
    .next = 请将内容保存到普通文件，并检查该文件。

asset-extensionDiffers = 文件名以“{ $extension }”结尾，但内容是 { $format }。
    .meaning = 文件名所示的格式与其字节不同。hallmark 以字节为准。
    .not = 这并不意味着内容有什么问题；重命名文件就足以造成这种情况。
    .next = 如果对您重要，请询问文件是在何处重命名或转换的。

## Limits.

limit-deadline = 查看此文件的时间超过了期限；已停止。
    .meaning = 此文件所需时间超过单个文件的限额，因此其检查被终止，其余文件继续。
    .not = 这并不意味着文件有害，只说明它非常大或不寻常；有些文件就是为造成这种情况而制作的。
    .next = 请在可以占用的机器上，用更长的 `--deadline` 单独检查。

limit-bytes = 文件超过限额；未予读取。
    .meaning = 文件的字节数超过 `--max-bytes` 的限额。
    .not = 这并不说明内容如何。
    .next = 如果您预料会有这样的文件，请提高 `--max-bytes`。

limit-memory = 查看此文件所需内存超过单个文件的限额。
    .meaning = 文件的结构要求的内存超过其份额，因此其检查被终止。
    .not = 这并不意味着文件有害；有些文件就是为造成这种情况而制作的。
    .next = 请在内存更大的机器上单独检查，或获取另一份副本。

limit-structure = 文件的结构超过限度：{ $what }（至多 { $limit }）。
    .meaning = 文件的各部分嵌套得比任何普通文件更深，或数量更多、体积更大；只读到此处为止。
    .not = 这并不意味着已读取的部分有误。
    .next = 请将结果视为不完整；如果可以，请获取另一份副本。

internal-workerDied = 查看此文件的进程未给出答复便结束了。
    .meaning = 每个文件由单独的进程检查，以免危险的文件损害其他内容。此进程提前结束了。
    .not = 这并不说明内容如何。
    .next = 请单独检查此文件。如果再次发生，请作为 hallmark 的缺陷报告。

internal-panic = hallmark 在查看此文件时遇到了自身的缺陷。
    .meaning = 程序遇到了作者没有预见的情况。其他文件不受影响。
    .not = 这并不说明内容如何。
    .next = 请作为 hallmark 的缺陷报告；如果可以分享，请附上文件。
