# 简体中文.

## Words and phrases that stand alone: in a column, a table, or between commas.

state-trusted = 受信任
state-valid = 有效
state-invalid = 无效
state-none = 无凭证
state-unreadable = 无法读取
state-notChecked = 未检查

# How many files are in each state; what stands for the state is one of the words above.
count-state = { $state }：{ $count }

severity-info = 信息
severity-notice = 提示
severity-warning = 警告
severity-failure = 失败

stamp-trusted = 时间戳来自您列表中的服务
stamp-untrusted = 时间戳来自不在任何列表中的服务
stamp-none = 无时间戳

forgeability-signed = 已签名
forgeability-selfKeyed = 用随附的密钥签名
forgeability-standardLabel = 标准标签，任何人都可写入
forgeability-generatorPattern = 生成器痕迹，任何人都可写入
forgeability-freeText = 自由文本，任何人都可写入

# How an earlier file entered a later one (C2PA relationships).
relation-parentOf = 较早版本
relation-componentOf = 置入的部分
relation-inputTo = 作为输入交给程序

# What lies in a range of bytes of a file.
part-structure = 结构
part-manifestStore = 凭证
part-jumbf = JUMBF
part-exif = EXIF
part-xmp = XMP
part-iptc = IPTC
part-colourProfile = 色彩配置文件
part-text = 文本
part-imageData = 像素
part-mediaData = 声音或活动影像
part-furtherPicture = 另一图片
part-appendedVideo = 附加视频
part-padding = 填充
part-trailing = 文件末尾之后的字节
part-unknown = 未知

## Where something lies.

place-bytes = 字节 { $start } 至 { $end }
place-certificate = 第 { $index } 张证书，{ $subject }

## Lines of details.

detail-file = { $mediaType }，{ $bytes } 字节
detail-time = { $moment }（{ $timeStamp }）
detail-notCovered = 自第 { $start } 字节起 { $bytes } 字节：{ $part }
detail-label = { $name } = { $value }（{ $place }；{ $forgeability }）
detail-markKey = 密钥 { $key }
