# 简体中文.

## Fixed sentences about a file. Their wording is part of the contract.

said-unchanged = 自“{ $issuer }”签发以来，此文件未曾更改。
said-partlyCovered = 图片完好，但有 { $bytes } 个字节（元数据）不在签名范围内。
said-changed = 在“{ $issuer }”签发之后被更改：{ $reason }
said-broken = 凭证本身已损坏（{ $reason }）；由此不能推断图片的任何情况。
said-unknownIssuer = 签发者不在您的信任列表之中。
said-noTrustList = 您还没有信任列表；`hallmark trust add FILE` 可添加一份。
said-nothingFound = 未找到来源信息。大多数普通图片都没有这类信息；这并不说明图片是否真实。
said-nothingFoundLine = 未找到来源信息。
said-noCredentialLine = 文件中没有凭证。
said-couldNotCheck = 无法检查：{ $reason }
said-credentialsLeftOut = 已按要求略过凭证。
said-moreFindings = （另有 { $count } 项发现。）
said-unnamedIssuer = 未具名者

## Where a file says it comes from.

origin-signed = 其凭证称：{ $origin }。
origin-labelled = 一个任何人都可写入的标签称：{ $origin }。
origin-contradictory = 关于来源，它自身的说法不一致。
origin-captured = 由相机或录制设备拍录
origin-edited = 拍录后经编辑
origin-digitalArt = 由人使用数字工具制作
origin-procedural = 由不含人工智能的程序制作
origin-screenCapture = 屏幕截取
origin-aiEdited = 经生成式人工智能编辑
origin-aiGenerated = 由生成式人工智能制作
origin-possiblyAi = 可能由生成式人工智能制作

## The summary of a run.

summary-checked = { $count ->
        [0] 未检查任何文件。
       *[other] 以 { $moment } 为准检查了 { $count } 个文件：{ $states }。
    }
summary-leftOut = 未列入报告：{ $list }。
summary-notMedia = { $count } 个非媒体文件
summary-sidecars = { $count } 份位于文件旁边的凭证
summary-excluded = 排除 { $count } 项
summary-links = { $count } 个未跟随的链接
summary-special = { $count } 个未打开的管道或设备
summary-interrupted = 已中断：其余未检查。
summary-marks = { $found ->
        [0] 在其中 { $count } 个文件的像素中查找了标记；未找到。
       *[other] 在其中 { $count } 个文件的像素中查找了标记，在 { $found } 个中找到。
    }仅凭偶然，这么多文件中看似带有标记的至多 { $expected } 个。
summary-policy = { $count } 个文件符合 --fail-on 的条件。
summary-trusted = 签名有效，且您的信任列表认可签发者。
summary-invalid = 签发后被更改，或凭证本身已损坏；除此之外不能推断图片的任何情况。
summary-unreadable = 无法检查；该行说明了原因。
summary-notChecked = 未检查：
summary-next = `hallmark check -v FILE` 显示关于一个文件的全部已知信息。
summary-explain = `hallmark explain CODE` 说明一项发现的含义和应对办法，例如 { $codes }。

## Headings of details.

heading-file = 文件
heading-signer = 签名者
heading-time = 签名时间
heading-trust = 认可者
heading-generator = 制作工具
heading-source = 来源类型
heading-actions = 步骤
heading-history = 由何制成
heading-certificates = 证书
heading-notCovered = 未涵盖
heading-remote = 位于别处
heading-marks = 标记
heading-labels = 标签
heading-findings = 发现
heading-notChecked = 未检查

## Headings of an explanation.

explain-meaning = 含义
explain-not = 不意味着什么
explain-next = 应对办法
