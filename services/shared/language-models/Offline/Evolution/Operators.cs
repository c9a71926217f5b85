namespace DialInsight.LanguageModels.Offline.Evolution;

/// <summary>What the operators add to an instruction; <c>{topic}</c>, <c>{other}</c>, <c>{staff}</c> and <c>{customer}</c> are filled from the dialogue.</summary>
internal static class Operators
{
    /// <summary>A new instruction of the same domain.</summary>
    public const string Breadth = "breadth";

    /// <summary>Other words, same meaning.</summary>
    public const string Rewrite = "rewrite";

    private static readonly Dictionary<string, string[]> Chinese = new(StringComparer.Ordinal)
    {
        ["add-constraint"] =
        [
            "每一条结论都要注明出自哪位说话人，并保留关键的原话。",
            "如果双方的说法前后矛盾，以较晚的说法为准，并指出矛盾之处。",
            "金额、面积、时间等数字一律保留原来的单位，不得自行换算。",
            "凡是对话里没有依据的内容都不要写，缺少的项目明确留空。",
            "与{topic}有关的内容要单独写明，不能和其他事项混在一起。",
            "全文不得出现空泛的评价，每句话都要对应一个具体事实。",
        ],
        ["deepen"] =
        [
            "还要说明{customer}提出{topic}背后的动机，以及它会怎样影响最后的决定。",
            "进一步分析{topic}与{other}之间的关系，而不是分开罗列。",
            "请追究表面说法之下的顾虑，说明哪些已经消除、哪些仍然存在。",
            "补充说明{staff}的回应是否真正解决了问题，还差哪一步。",
            "同时考察态度在对话前后两段的变化，并解释变化从何而来。",
        ],
        ["concretise"] =
        [
            "具体落实到{topic}和{other}两个方面，分别写出说过的数字和条件。",
            "把笼统的说法换成对话里出现的具体时间、金额或地点。",
            "以{customer}最后一次谈到{topic}时的说法为例，写清楚具体内容。",
            "逐一写出涉及的人、事项和期限，避免使用“相关”“一些”之类的字眼。",
            "举出对话中至少一个关于{topic}的具体细节来支持你的回答。",
        ],
        ["increase-reasoning"] =
        [
            "先列出对话中的线索，再说明如何由这些线索一步步得到结论。",
            "请考虑另一种可能的解释，并说明为什么没有采用它。",
            "如果{topic}发生变化，结论会不会不同？请一并推理说明。",
            "区分直接说出的事实和由此作出的推断，并写明推断的理由。",
            "请衡量支持与反对的依据各有多强，然后再得出判断。",
        ],
        ["complicate-input"] =
        [
            "对话中夹杂口语、改口和省略，请先辨明最终确认的说法再作答。",
            "注意有些信息分散在不同的轮次里，需要合并起来才能理解{topic}。",
            "有的话只回答了一半，请结合上下文补全所指的对象之后再处理。",
            "假如{customer}在{topic}上先后给过两个说法，请一并处理并说明取舍。",
            "对话里同时谈到{topic}与{other}，请避免把其中一项的内容套到另一项上。",
        ],
    };

    private static readonly Dictionary<string, string[]> English = new(StringComparer.Ordinal)
    {
        ["add-constraint"] =
        [
            "For every conclusion, name the speaker it rests on and keep the decisive words.",
            "Where two statements contradict each other, follow the later one and point out the contradiction.",
            "Keep all amounts, dates and quantities in the units used by the speakers, without converting anything.",
            "Leave out whatever the conversation does not support, and mark missing items clearly as empty.",
            "Treat everything about {topic} as a point of its own, apart from all other matters.",
            "Avoid general praise or blame: each sentence has to correspond to one concrete fact.",
        ],
        ["deepen"] =
        [
            "Also explain the motive behind what {customer} says about {topic}, and how it affects the decision.",
            "Analyse in addition how {topic} and {other} depend on each other instead of listing them separately.",
            "Look beneath the surface for worries, and say which were settled and which of them remain.",
            "Consider too whether the answers from {staff} really solved the problem, and what is still missing.",
            "Examine how the attitude changed between the first and the second half, and what caused it.",
        ],
        ["concretise"] =
        [
            "Be specific about {topic} and {other}, giving for each of them the figures and conditions mentioned.",
            "Replace every vague phrase by the particular time, amount or place that was named in the conversation.",
            "Use the last thing {customer} said about {topic} as an example, and spell out its details.",
            "Name each person, matter and deadline involved, and avoid words such as \"some\" or \"various\".",
            "Back the answer with at least one precise detail about {topic} taken from the conversation.",
        ],
        ["increase-reasoning"] =
        [
            "First list the clues in the conversation, then show step by step how they lead to your answer.",
            "Consider one other possible explanation as well, and say why you did not adopt it.",
            "Would the answer be different if {topic} changed? Work through that case too and explain.",
            "Separate facts that were stated outright from your own inferences, and justify each of those inferences.",
            "Weigh how strong the evidence is on either side before you commit yourself to an answer.",
        ],
        ["complicate-input"] =
        [
            "The speakers hesitate, correct themselves and leave things out, so establish the final version before answering.",
            "Some details are scattered over several turns; combine them before you decide what was meant by {topic}.",
            "Several replies answer only half a question, so work out from context what they refer to.",
            "If {customer} gave two different versions of {topic}, deal with both and explain which one you follow.",
            "Both {topic} and {other} come up, so take care not to attribute details of one to the other.",
        ],
    };

    /// <summary>What an operator can add, or null where it is not one that adds.</summary>
    public static string[]? Additions(string name, string language) => (language == "zh" ? Chinese : English).GetValueOrDefault(name);
}
