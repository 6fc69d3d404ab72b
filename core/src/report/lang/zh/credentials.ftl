# 简体中文.

## C2PA: the content and its binding to the credential.

assertion-dataHash-match = 内容与所签署的逐字节相同。
    .meaning = 除签名未涵盖的部分外，文件的字节得出的校验和与凭证签发时相同。
    .not = 这并不意味着图片所示之事确曾发生，也不意味着签名者可靠。
    .next = 请查看谁签了名，以及签名没有涵盖什么。

assertion-dataHash-mismatch = 内容与所签署的不同。
    .meaning = 文件的字节得出的校验和与凭证中的不同：签发后有内容被更改。
    .not = 这并不说明更改了什么或由谁更改。重新保存图片、调整尺寸或编辑说明文字就足以造成这种情况。
    .next = 请找到签发者发布的版本并比较两者。

assertion-dataHash-malformed = 凭证中将其与内容绑定的部分违反了规则。
    .meaning = 校验和条目的写法无法遵循，因此无法比较内容。
    .not = 这并不说明内容是否被更改。
    .next = 请向签发者索取文件；其软件可能写出了有缺陷的凭证。

assertion-dataHash-additionalExclusionsPresent = 签名在文件中未涵盖的范围大于其自身所占位置。
    .meaning = 凭证还指明了文件中可以更改而不破坏签名的其他部分。
    .not = 这并不意味着那些部分已被更改。
    .next = 在依据那里的内容（例如日期或地点）之前，请查看列为未涵盖的范围。

assertion-bmffHash-match = 内容与所签署的逐部分相同。
    .meaning = 此视频、音频或 HEIF 文件的各部分得出的校验和与凭证签发时相同。
    .not = 这并不意味着所示之事确曾发生，也不意味着签名者可靠。
    .next = 请查看谁签了名，以及签名没有涵盖什么。

assertion-bmffHash-mismatch = 内容与所签署的不同。
    .meaning = 此视频、音频或 HEIF 文件的各部分得出的校验和与凭证中的不同。
    .not = 这并不说明更改了什么或由谁更改。转换或剪短文件就足以造成这种情况。
    .next = 请找到签发者发布的版本并比较两者。

assertion-bmffHash-malformed = 凭证中将其与内容绑定的部分违反了规则。
    .meaning = 校验和条目的写法无法遵循，因此无法比较内容。
    .not = 这并不说明内容是否被更改。
    .next = 请向签发者索取文件；其软件可能写出了有缺陷的凭证。

assertion-boxesHash-match = 内容与所签署的逐部分相同。
    .meaning = 文件中每个指明的部分得出的校验和都与凭证签发时相同。
    .not = 这并不意味着图片所示之事确曾发生，也不意味着签名者可靠。
    .next = 请查看谁签了名。

assertion-boxesHash-mismatch = 内容与所签署的不同。
    .meaning = 文件中一个指明的部分得出的校验和与凭证中的不同。
    .not = 这并不说明更改了什么或由谁更改。重新保存图片就足以造成这种情况。
    .next = 请找到签发者发布的版本并比较两者。

assertion-boxesHash-malformed = 凭证中将其与内容绑定的部分违反了规则。
    .meaning = 各部分列表的写法无法遵循，因此无法比较内容。
    .not = 这并不说明内容是否被更改。
    .next = 请向签发者索取文件；其软件可能写出了有缺陷的凭证。

assertion-boxesHash-unknownBox = 文件含有签名时不存在的部分。
    .meaning = 凭证列出了文件的每个部分，而有一个部分不在列表中。
    .not = 这并不说明添加了什么或由谁添加。添加说明文字或预览图的程序会造成这种情况。
    .next = 请找到签发者发布的版本并比较两者。

assertion-collectionHash-match = 集合中的每个文件都与所签署的相同。
    .meaning = 此集合中的每个文件得出的校验和都与凭证签发时相同。
    .not = 这并不意味着文件所示之事确曾发生，也不意味着签名者可靠。
    .next = 请查看谁签了名。

assertion-collectionHash-mismatch = 集合中有一个文件与所签署的不同。
    .meaning = 此集合中至少有一个文件被更改、后来加入或缺失。
    .not = 这并不说明更改了什么或由谁更改。
    .next = 请找到签发者发布的集合并比较两者。

assertion-collectionHash-malformed = 凭证中将其与集合绑定的部分违反了规则。
    .meaning = 文件列表的写法无法遵循，因此无法比较这些文件。
    .not = 这并不说明是否有文件被更改。
    .next = 请向签发者索取集合；其软件可能写出了有缺陷的凭证。

## C2PA: the structure of the credential.

claim-missing = 凭证缺少其声明。
    .meaning = 声明是被签名的部分。没有它就没有可验证的内容。
    .not = 这并不说明图片如何。
    .next = 请查找更接近来源的另一份副本。

claim-multiple = 凭证含有不止一个声明。
    .meaning = 一份凭证恰有一个声明；若有两个，无人能说明本意是哪一个。
    .not = 这并不说明图片如何。
    .next = 请将凭证视为不存在，并查找另一份副本。

claim-malformed = 声明缺少必需的条目，或误用了某个条目。
    .meaning = 凭证中被签名的部分不符合 C2PA 规范。
    .not = 这并不说明图片如何。早期软件和自制软件会写出这样的声明。
    .next = 请将凭证视为不存在，或请签发者用现行软件重新签名。

claim-cbor-invalid = 声明无法解码。
    .meaning = 凭证中被签名的部分已损坏，或从未正确写入。
    .not = 这并不说明图片如何。
    .next = 请查找更接近来源的另一份副本。

claim-hardBindings-missing = 凭证没有绑定任何内容。
    .meaning = 凭证中没有任何内容说明它属于哪些字节；它可以配上任何文件。
    .not = 这并不说明图片如何。
    .next = 请将凭证视为不存在。

assertion-missing = 凭证所指明的一项陈述不在其中。
    .meaning = 被签名的声明列出了各项陈述，其中一项被移除或丢失。
    .not = 这并不说明由谁移除或为何移除。
    .next = 请查找文件的另一份副本。合乎规则的移除会在凭证自身中写明。

assertion-undeclared = 凭证含有一项从未签名的陈述。
    .meaning = 有一项陈述被放入凭证，而被签名的声明没有列出它。
    .not = 这并不说明图片如何。
    .next = 请忽略该陈述，并将凭证视为已损坏。

assertion-multipleHardBindings = 凭证与内容绑定了不止一次。
    .meaning = 一份凭证恰有一个内容校验和；若有两个，攻击者可以挑选相符的那个。
    .not = 这并不说明图片如何。
    .next = 请将凭证视为已损坏。

assertion-outsideManifest = 一项陈述位于指明它的凭证之外。
    .meaning = 一项陈述取自同一文件中的另一份凭证。
    .not = 这并不说明图片如何。
    .next = 请将凭证视为已损坏。

assertion-selfRedacted = 凭证移除了自己的一项陈述。
    .meaning = 陈述只可从较早的凭证中移除（遮盖），绝不可从执行移除的凭证中移除。
    .not = 这并不说明图片如何。
    .next = 请将凭证视为已损坏，并告知签发者。

assertion-notRedacted = 一项本应移除的陈述仍在其中。
    .meaning = 凭证称一项较早的陈述已被移除（遮盖），但实际没有。
    .not = 这并不意味着该陈述有误。
    .next = 请谨慎对待该陈述的内容：有人本不希望它被公布。

assertion-inaccessible = 凭证的一项陈述无法取得。
    .meaning = 凭证引用了位于别处的一项陈述。hallmark 不联网。
    .not = 这并不说明图片如何。
    .next = 请向签发者索取完整的文件。

assertion-json-invalid = 凭证的一项陈述不是有效的 JSON。
    .meaning = 其中一项陈述已损坏，或从未正确写入。
    .not = 这并不说明图片如何。
    .next = 请查找文件的另一份副本，或告知签发者。

assertion-cbor-invalid = 凭证的一项陈述不是有效的 CBOR。
    .meaning = 其中一项陈述已损坏，或从未正确写入。
    .not = 这并不说明图片如何。
    .next = 请查找文件的另一份副本，或告知签发者。

assertion-hashedURI-match = 凭证的一项陈述与所签署的相同。
    .meaning = 该陈述得出的校验和与被签名的声明为其列出的相同。
    .not = 这并不意味着该陈述属实，只说明签名者作出了它。
    .next = 请查看谁签了名。

assertion-hashedURI-mismatch = 凭证的一项陈述在签名后被改动。
    .meaning = 一项陈述得出的校验和与被签名的声明为其列出的不同。
    .not = 这并不说明像素如何；它涉及的是凭证对像素的说法。
    .next = 请勿依据凭证的说法。请找到签发者发布的版本。

assertion-action-malformed = 编辑步骤列表违反了规则。
    .meaning = 凭证写明对内容做过什么（创建、打开、裁剪）。此列表缺少必需的条目，或误用了某个条目。
    .not = 这并不说明像素如何。
    .next = 请将编辑历史视为未知，或请签发者用现行软件重新签名。

assertion-action-ingredientMismatch = 一个编辑步骤引用了不存在的源文件。
    .meaning = “打开”或“置入”之类的步骤指明了凭证中没有的来源（成分）。
    .not = 这并不说明像素如何。
    .next = 请将编辑历史视为不完整。

assertion-action-redactionMismatch = 一个编辑步骤宣称了并未发生的移除。
    .meaning = 步骤列表称一项陈述已被移除（遮盖），但凭证与此不符。
    .not = 这并不说明像素如何。
    .next = 请将编辑历史视为不可靠。

assertion-action-redacted = 编辑步骤列表被移除。
    .meaning = 可以从较早的凭证中移除（遮盖）陈述，但绝不可移除编辑步骤列表。
    .not = 这并不说明有哪些步骤。
    .next = 请索取文件的较早版本。

assertion-ingredient-malformed = 一个源文件的条目违反了规则。
    .meaning = 凭证指明来源（成分）的方式无法遵循。
    .not = 这并不说明像素如何。
    .next = 请将此步骤之前的历史视为未知。

assertion-timestamp-malformed = 一项时间戳陈述违反了规则。
    .meaning = 凭证含有后来添加的时间戳，其写法无法遵循。
    .not = 这并不意味着签名有误。
    .next = 请视签名时间为没有该时间戳佐证。

assertion-metadata-disallowed = 一项元数据陈述使用了不可使用的条目。
    .meaning = 签名的元数据只可含有固定列表中的条目，而此项超出了列表。
    .not = 这并不意味着这些条目有误。
    .next = 请勿依据多出的条目；请告知签发者。

manifest-inaccessible = 此凭证所引用的一份凭证无法取得。
    .meaning = 文件引用了位于别处的凭证。hallmark 不联网。
    .not = 这并不说明图片如何。
    .next = 请向签发者索取完整的文件。

manifest-multipleParents = 凭证指明了不止一个上级版本。
    .meaning = 经编辑的文件恰有一个上级版本；若有两个，就无法说明其历史。
    .not = 这并不说明像素如何。
    .next = 请将此步骤之前的历史视为未知。

manifest-update-invalid = 凭证的一次更新含有更新不可含有的内容。
    .meaning = 更新可以在不触及内容的情况下添加陈述。此更新超出了这一范围。
    .not = 这并不说明像素如何。
    .next = 请将此更新视为已损坏；请索取更新之前的版本。

manifest-update-wrongParents = 凭证的一次更新没有恰好指明一个上级版本。
    .meaning = 更新延续一份较早的凭证，并且必须指明它。
    .not = 这并不说明像素如何。
    .next = 请将此更新视为已损坏；请索取更新之前的版本。

manifest-compressed-invalid = 一份压缩的凭证无法解压。
    .meaning = 凭证以压缩形式存储，且已损坏。
    .not = 这并不说明图片如何。
    .next = 请查找更接近来源的另一份副本。

general-error = 凭证未能验证到底。
    .meaning = 验证停在了 C2PA 规范中没有专门代码的地方。
    .not = 这并不说明图片如何。
    .next = 请阅读消息中的细节，并查找文件的另一份副本。

## C2PA: the signer.

claimSignature-validated = 签名有效。
    .meaning = 凭证由其证书所指明的密钥签名，此后未被改动。
    .not = 这并不意味着签名者就是证书所称的人；信任列表正是为此而设。
    .next = 请查看是否有信任列表认可签名者。

claimSignature-missing = 凭证没有签名。
    .meaning = 无人对凭证的说法负责；任何人都可能写出它。
    .not = 这并不说明图片如何。
    .next = 请将凭证视为不存在。

claimSignature-mismatch = 签名与凭证不符。
    .meaning = 凭证在签名后被改动，或签名由另一密钥作出。
    .not = 这并不说明图片如何；它涉及的是关于图片的说法。
    .next = 请勿依据凭证的说法。请找到签发者发布的版本。

claimSignature-insideValidity = 证书在相关时刻有效。
    .meaning = 签名作出时（若无时间戳则以现在计），签名者的证书已生效且尚未到期。
    .not = 这并不意味着证书没有被撤销；那是另一项检查。
    .next = 请查看是否有受信任的时间戳佐证该时间。

claimSignature-outsideValidity = 一张证书在相关时刻无效。
    .meaning = 签名者的证书或其上级证书在签名时（若无时间戳则以现在计）尚未生效或已到期。
    .not = 这并不意味着文件被改动。没有时间戳的旧文件会出现这种情况。
    .next = 如果您知道签名时间，请用 `--at` 重新检查；否则请向签发者索取带时间戳的版本。

signingCredential-trusted = 您的信任列表认可签名者。
    .meaning = 签名者的证书可追溯到您所用列表中的一个机构。
    .not = 这并不意味着签名者所说属实；它意味着可以追究其责任。
    .next = 请查看签名者的名称及其对文件的说法。

signingCredential-untrusted = 所用的信任列表都不认可签名者。
    .meaning = 签名有效，但签名者的证书追溯不到您所用列表中的任何机构。任何人都可以制作这样的证书。
    .not = 这并不意味着签名者不诚实；小型出版者和测试文件会出现这种情况。
    .next = 如果您认识签名者，请索取其证书，并用 `hallmark trust add FILE` 添加。

signingCredential-invalid = 签名者的证书违反了证书规则。
    .meaning = C2PA 规范规定了签名证书的样式，而此证书不符。
    .not = 这并不说明图片如何。
    .next = 请对该证书运行 `hallmark identity check FILE` 查看所涉规则，并告知签发者。

signingCredential-expired = 签名者的证书已到期。
    .meaning = 在相关时刻证书已过截止日期：有受信任的时间戳时为签名时间，否则为本次检查的时刻。
    .not = 这并不意味着文件被改动。没有时间戳的旧文件会出现这种情况。
    .next = 如果您知道签名时间，请用 `--at` 重新检查。

signingCredential-ocsp-revoked = 签名者的证书已被撤销。
    .meaning = 签发证书的机构撤销了它，例如因为密钥被盗。
    .not = 这并不说明正是这个文件由盗窃者签名。
    .next = 除非签发者以其他方式确认此文件，否则请视签名为没有价值。

signingCredential-ocsp-unknown = 该机构不知道签名者的证书。
    .meaning = 文件中存储的一份答复称，该机构从未听说过此证书。
    .not = 这并不说明图片如何。
    .next = 除非签发者以其他方式确认此文件，否则请视签名为没有价值。

signingCredential-ocsp-notRevoked = 文件中存储的一份答复称，该证书未被撤销。
    .meaning = 签名者附上了证书机构在签名前后作出的说明。
    .not = 这并不意味着证书后来没有被撤销。
    .next = 无需做任何事，除非您听说有密钥被盗。

signingCredential-ocsp-skipped = 未查询证书是否被撤销。
    .meaning = 文件中没有证书机构的答复，而 hallmark 不联网，无法索取。
    .not = 这并不意味着证书已被撤销，也不意味着没有被撤销。
    .next = 如果此事关系重大，请询问证书机构。

signingCredential-ocsp-inaccessible = 无法联系到可以说明证书是否被撤销的机构。
    .meaning = 无法提出询问；hallmark 不联网。
    .not = 这并不意味着证书已被撤销，也不意味着没有被撤销。
    .next = 如果此事关系重大，请询问证书机构。

algorithm-unsupported = 凭证使用了 C2PA 不允许的算法。
    .meaning = 签名或校验和的制作方式不在认可的算法列表中，因此未予采用。
    .not = 这并不说明图片如何。
    .next = 请签发者用现行软件重新签名。

algorithm-deprecated = 凭证使用了正在淘汰的算法。
    .meaning = 文件签名时该算法可以接受，现在已不再推荐。
    .not = 这并不意味着签名已被破坏。
    .next = 目前无需做任何事；请计划用现行算法签署您自己的文件。

## C2PA: the time of signing.

timeStamp-validated = 有一个时间戳属于此签名，且有效。
    .meaning = 一项时间戳服务确认签名在其所述时刻已经存在。
    .not = 这并不说明图片何时拍摄，只说明签名何时已经存在。
    .next = 请查看是否有信任列表认可该服务。

timeStamp-trusted = 您的信任列表认可说明时间的服务。
    .meaning = 签名时间由您所用列表中的一项服务佐证。
    .not = 这并不说明图片何时拍摄，只说明签名何时已经存在。
    .next = 无需做任何事。

timeStamp-untrusted = 所用的信任列表都不认可说明时间的服务。
    .meaning = 时间戳有效，但其服务不在您所用的任何列表中，因此该时间只是一种说法。
    .not = 这并不意味着时间有误。
    .next = 如果您了解该服务，请用 `--tsa-trust` 添加其证书。

timeStamp-malformed = 一个时间戳无法读取。
    .meaning = 凭证含有已损坏或从未正确写入的时间戳；已予忽略。
    .not = 这并不意味着签名有误。
    .next = 请将签名时间视为未知。

timeStamp-mismatch = 一个时间戳属于另一签名。
    .meaning = 该时间戳是为其他字节而非此签名作出的；已予忽略。
    .not = 这并不意味着签名有误，但可能有人复制了时间戳。
    .next = 请将签名时间视为未知。

timeStamp-outsideValidity = 时间戳服务的证书在其所述时刻无效。
    .meaning = 该服务说明时间时，其证书尚未生效或已到期；时间戳已予忽略。
    .not = 这并不意味着签名有误。
    .next = 请将签名时间视为未知。

## C2PA: the history.

ingredient-manifest-validated = 一个源文件的凭证正是所指的那一份。
    .meaning = 较早版本的凭证存储在此文件中，自加入以来未变。
    .not = 这并不意味着较早的签名者可靠。
    .next = 请用 `-v` 查看历史。

ingredient-manifest-missing = 一个源文件的凭证不在其中。
    .meaning = 此文件称较早的版本有凭证，而该凭证被移除或丢失。
    .not = 这并不说明像素如何。
    .next = 请将此步骤之前的历史视为未知。

ingredient-manifest-mismatch = 一个源文件的凭证不是所指的那一份。
    .meaning = 较早版本的凭证在加入后被改动或替换。
    .not = 这并不说明此版本的像素如何。
    .next = 请将此步骤之前的历史视为不可靠。

ingredient-claimSignature-validated = 一个源文件凭证的签名正是所指的那一个。
    .meaning = 较早版本的签名存储在此文件中，自加入以来未变。
    .not = 这并不意味着较早的签名者可靠。
    .next = 请用 `-v` 查看历史。

ingredient-claimSignature-missing = 一个源文件凭证的签名不在其中。
    .meaning = 此文件称较早的版本已签名，而该签名被移除或丢失。
    .not = 这并不说明像素如何。
    .next = 请将此步骤之前的历史视为未知。

ingredient-claimSignature-mismatch = 一个源文件凭证的签名不是所指的那一个。
    .meaning = 较早版本的签名在加入后被替换。
    .not = 这并不说明此版本的像素如何。
    .next = 请将此步骤之前的历史视为不可靠。

ingredient-unknownProvenance = 一个源文件没有附带凭证。
    .meaning = 有内容进入此文件，而其来源无人签名。这是通常的情况。
    .not = 这不是怀疑的理由。
    .next = 如果该来源对您重要，请询问签发者它从何而来。

## Audits of hallmark on the credential.

credential-exclusion-excess = 属于内容的字节被排除在签名之外：{ $what }。
    .meaning = 签名应当只排除其自身在文件中的位置。此处排除得更多，而那里的内容可以被替换而不破坏签名。
    .not = 这并不意味着那些字节已被替换，但无人能够断定。
    .next = 请勿依据此内容。请找到签发者发布的版本。

credential-metadata-notCovered = 元数据可以被改动而不破坏签名：{ $what }，{ $bytes } 个字节。
    .meaning = 存储在文件此部分的日期、地点或说明文字在签名之外。
    .not = 这并不意味着它们已被改动。
    .next = 请勿依据此部分的日期或地点；请向签发者询问。

credential-padding-stuffed = 签名为自身保留的空间中有 { $bytes } 个外来字节。
    .meaning = 本应为空的空间中含有内容，甚至可能是一整张其他图片，程序可能会显示它而不是所签署的图片。
    .not = 这并不说明您看到的是两张图片中的哪一张。
    .next = 请勿依据此文件。请找到签发者发布的版本。

credential-transplanted = 凭证是为另一文件制作的：{ $reason }。
    .meaning = 凭证对其文件的描述（种类、大小、预览图）与此文件不符，好像是从另一文件中剪切出来的。
    .not = 这并不说明您看到的图片如何；无人为它签名。
    .next = 请将图片视为没有凭证的图片。

store-multiple = 文件含有不止一套凭证。
    .meaning = 一个文件至多有一套凭证。若有多套，两个程序可能显示两种不同的说法。
    .not = 这并不说明哪一套正确。
    .next = 请将凭证视为已损坏，并找到签发者发布的版本。

store-unexpectedPlace = 凭证位于此格式中不供其存放之处：{ $reason }。
    .meaning = 凭证应在文件的一个固定位置。在别处，有些程序能看到，有些则看不到。
    .not = 这并不意味着它们所说有误。
    .next = 请将凭证视为已损坏，并找到签发者发布的版本。

store-trailingBytes = 文件自身内容的末尾之后还有 { $bytes } 个字节。
    .meaning = 在查看程序不会查看的结束标记之后添加了内容。
    .not = 这往往无害：有些相机和手机会在那里存储第二张图片或短视频。
    .next = 请询问签发者其设备是否会添加此类数据。

credential-status-unrecognised = 验证程序报告了此版本 hallmark 不认识的状态：{ $code }。
    .meaning = hallmark 内部的 C2PA 软件说了一些 hallmark 尚无对应语句的内容。
    .not = 就其本身而言，这既不支持也不反对此文件。
    .next = 请更新 hallmark，在此之前请阅读消息中的细节。

credential-verifiersDisagree = 对签名的两次独立检查结果不一致。
    .meaning = hallmark 用不同的软件对每个签名验证两次。一个说有效，另一个说无效。
    .not = 这并不说明哪一个正确。
    .next = 请勿依据此签名，并请将此文件作为 hallmark 的缺陷报告。

store-malformed = 凭证无法读取。
    .meaning = 有凭证，但损坏到无法读取。
    .not = 这并不说明图片如何。
    .next = 请查找更接近来源的另一份副本。

credential-remote-notFetched = 凭证位于别处，即“{ $url }”，未予获取。
    .meaning = 文件只说明其凭证在何处。hallmark 不联网，因此只指明该处便停止。
    .not = 这并不意味着该处有凭证，也不说明凭证内容如何。访问该处会让其所有者知道您在查看此文件。
    .next = 如果您接受这一点，请自行下载凭证，并以 .c2pa 为后缀放在文件旁边。

credential-sidecar = 凭证来自此文件旁边的一个文件。
    .meaning = 凭证不在文件内，而在旁边同名的 .c2pa 文件中。
    .not = 这不影响凭证的价值。
    .next = 请将两个文件保存在一起。

credential-sidecar-ignored = 此文件旁边有一个 .c2pa 文件；所用的是文件内的凭证。
    .meaning = 文件有自己的凭证，以它们为准。
    .not = 这并不意味着旁边的文件有误。
    .next = 如果想了解其内容，请单独检查 .c2pa 文件。

## Certificates.

certificate-issuer-notAuthority = 一张证书由无权签发证书者签发。
    .meaning = 签名者证书的上级是一张普通证书，而不是机构的证书。持有普通证书的人都可能编造签名者的证书。
    .not = 这并不意味着是所写的组织制作了它；情况多半相反。
    .next = 请将签名者的名称视为编造。

certificate-pathLength-exceeded = 链中的一个机构之下至多可再有 { $limit } 个机构，而实有 { $count } 个。
    .meaning = 机构的证书说明其后还可有多少个，而此链更长。
    .not = 这并不说明图片如何。
    .next = 请将签名者的名称视为未经确认，并告知签发者。

certificate-keyUsage-violated = 一个密钥被用于其证书不允许的用途。
    .meaning = 证书会说明其密钥的用途，例如签署文件或签发其他证书。此密钥被用于其他用途。
    .not = 这并不说明图片如何。
    .next = 请将签名者的名称视为未经确认，并告知签发者。

certificate-extendedKeyUsage-violated = 一张证书是为其他目的签发的。
    .meaning = 证书会说明其目的，例如签署媒体、说明时间或运行网站。此证书与其用途不符。
    .not = 这并不说明图片如何。
    .next = 请告诉签发者，他们需要一张用于签署媒体的证书。

certificate-organization-missing = 证书没有写明组织。
    .meaning = 证书写有名称，但没有写明属于哪个组织。
    .not = 这并不意味着签名已被破坏。
    .next = 如果对您重要，请询问签名者是谁。

certificate-expired-noTimeStamp = 签名者的证书于 { $expired } 到期，没有受信任的时间戳表明其在此前签名。
    .meaning = 没有时间戳，无人能断定签名是否在证书有效期间作出。
    .not = 这并不意味着文件被改动；许多诚实的旧文件会出现这种情况。
    .next = 如果您知道签名时间，请用 `--at` 重新检查；若有时间戳，`--tsa-trust` 列表可能有所帮助。

certificate-expired-timeStamped = 签名者的证书于 { $expired } 到期；受信任的时间戳表明其于 { $signed } 签名，在到期之前。
    .meaning = 证书已过截止日期，但签名是及时作出的。
    .not = 这不是签名的弱点。
    .next = 无需做任何事。

certificate-expired-legacyTimeStamp = 签名者的证书于 { $expired } 到期；不在任何列表中的服务所作的时间戳称其于 { $signed } 签名，在到期之前。
    .meaning = 凭证属于标准的第一版，该版没有时间戳服务列表，因此时间戳按原样接受。
    .not = 这并不意味着您所选择的任何人认可签名时间。
    .next = 请将签名时间视为签名者自己的说法，或另寻依据。

certificate-notYetValid = 签名者的证书到 { $begins } 才生效。
    .meaning = 在相关时刻，证书尚未生效。
    .not = 这并不意味着文件被改动；时钟不准就足以造成这种情况。
    .next = 请核对您的 `--at` 和时钟，然后询问签发者。

certificate-intermediate-missing = 证书链有缺口：缺少“{ $issuer }”的证书。
    .meaning = 签名者本应附上直到列表中机构的每一张证书，却遗漏了一张。
    .not = 这并不意味着您的列表不认识签名者；只是无法断定。
    .next = 请向签发者索取缺少的证书，并加入您的信任列表。

certificate-signature-mismatch = 一张证书并非由“{ $issuer }”签发，尽管其上如此写明。
    .meaning = 一张证书上的签名与其所写机构的密钥不符。
    .not = 这并不说明图片如何。
    .next = 请将签名者的名称视为编造。

certificate-malformed = 一张证书无法读取。
    .meaning = 凭证中的一张证书已损坏，或从未正确写入。
    .not = 这并不说明图片如何。
    .next = 请查找文件的另一份副本，或告知签发者。

certificate-profile-violated = 证书违反了用于签署媒体的证书的一条规则。
    .meaning = C2PA 规范规定了签署媒体的证书的样式，而此证书在所指之处不符。
    .not = 这并不说明图片如何。
    .next = 请告知签发者；`hallmark identity check FILE` 列出证书违反的每条规则。

certificate-extension-critical = 一张证书要求 hallmark 不理解的内容。
    .meaning = 证书含有标明必须被理解的条目。hallmark 不认识它，因此不能依据此证书。
    .not = 这并不意味着该条目有害。
    .next = 请告知签发者，或索取认识该条目的 hallmark 版本。

certificate-nameConstraints-violated = 一个机构为“{ $name }”签发了证书，而它无权为此名称签发。
    .meaning = 机构的证书限定了它可以认可的名称，而签名者的名称不在其中。
    .not = 这并不说明图片如何。
    .next = 请将签名者的名称视为未经确认。

## Trust.

trust-list-absent = 您还没有信任列表；`hallmark trust add FILE` 可添加一份。
    .meaning = 没有列表时，hallmark 能判断签名是否有效，但不能判断签名者是否就是其所称的人。
    .not = 这并不说明签名者如何。
    .next = 请获取一份信任列表，例如公开的 C2PA 列表，并用 `hallmark trust add FILE` 添加。

## The chain of sources.

ingredient-parent-missing = 写明了较早版本“{ $title }”，但其凭证不在文件中。
    .meaning = 此文件由另一文件制成，而关于那个文件的已知信息已不存在。
    .not = 这并不说明此版本的像素如何。
    .next = 请向签发者索取较早版本。

ingredient-unsignedStep = 无人为来源“{ $title }”签名。
    .meaning = 有内容进入此文件，而其来源未经签名。这是通常的情况。
    .not = 这不是怀疑的理由。
    .next = 如果该来源对您重要，请询问签发者它从何而来。

ingredient-time-disordered = 较早的版本比较晚的版本晚 { $seconds } 秒签名。
    .meaning = 来源必须先于由它制成的内容存在；而所示时间并非如此。
    .not = 这并不说明两个时间中哪一个有误；时钟不准就足以造成这种情况。
    .next = 请将历史的先后顺序视为未知。

ingredient-depth-limited = 历史超过 { $depth } 步；其余未予追踪。
    .meaning = hallmark 在固定的步数处停止，以免一个文件使其无休止地运行。
    .not = 这并不意味着更早的步骤有什么问题。
    .next = 请将此前的历史视为未知。

ingredient-signingCredential-untrusted = 所用的信任列表都不认可一个来源的签名者。
    .meaning = 较早的版本由不在您所用任何列表中的人签名。
    .not = 这不影响此版本的签名者。
    .next = 如果该来源对您重要，请用 `-v` 查看其签名者。

## Identities of people and organisations (CAWG).

cawg-identity-trusted = 您的信任列表确认了“{ $name }”的身份。
    .meaning = 除签发程序外，还有个人或组织在此文件上署名，而您所用的一个列表认可其身份。
    .not = 这并不意味着其所说属实；它意味着可以追究其责任。
    .next = 无需做任何事。

cawg-identity-untrusted = “{ $name }”在此文件上署名；所用的信任列表都不认可。
    .meaning = 身份陈述有效，但追溯不到您所用列表中的任何机构。
    .not = 这并不意味着名称是编造的，也不改变凭证的状态。
    .next = 如果您认识对方，请索取其证书，并用 `--cawg-trust` 添加。

cawg-identity-invalid = 凭证中的一项身份陈述无效。
    .meaning = 某人的名称以无法确认的方式署在此文件上。
    .not = 这不改变由另一密钥签名的凭证的状态。
    .next = 请勿将文件归于该名称。
