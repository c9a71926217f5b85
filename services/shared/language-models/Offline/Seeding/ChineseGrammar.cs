using DialInsight.Contracts.PromptAssembly;

namespace DialInsight.LanguageModels.Offline.Seeding;

/// <summary>The Chinese grammar of instructions.</summary>
internal static class ChineseGrammar
{
    /// <summary>The grammar.</summary>
    public static readonly SeedGrammar Grammar = new(
        new Dictionary<TaskKind, string[]>
        {
            [TaskKind.InformationExtraction] =
            [
                "从这段{scenario}对话中提取{focus}，{constraint}。",
                "把{customer}谈到的{focus}逐项整理出来，没有说到的留空，{constraint}。",
                "请以质检员的身份通读全文，找出所有与{topic}有关的说法，{constraint}。",
                "假设你要替{customer}建立一份档案，请记录{focus}，并单独写明{topic}。",
                "核对{staff}和{customer}的一问一答，只保留双方都认可的{focus}；谈到{topic}时另起一项。",
                "{topic}与{other}分别说了些什么？请摘成结构化的信息，{constraint}。",
            ],
            [TaskKind.Summarisation] =
            [
                "用几句话总结这次{scenario}沟通，突出{focus}，{constraint}。",
                "写一份给主管看的小结：先讲{customer}的来意，再讲{focus}，最后讲约定。",
                "{staff}要把这位{customer}交接给同事，请概括{focus}，{constraint}。",
                "按时间顺序回顾双方关于{topic}的讨论，说明它如何推进到最后的结果。",
                "请把冗长的口语浓缩成书面摘要，覆盖{topic}和{other}，{constraint}。",
                "如果只能让人记住三点，这段对话里应当是哪三点？请写成摘要并交代{focus}。",
            ],
            [TaskKind.Judgement] =
            [
                "判断{customer}在{topic}上的真实态度，并用原话说明{focus}，{constraint}。",
                "根据这段{scenario}对话评估{focus}，给出结论和至少一条依据。",
                "{staff}的应对是否得当？请从{topic}入手分析，{constraint}。",
                "推断{customer}下一步最可能怎么做，理由要落在{focus}上，{constraint}。",
                "找出影响最终决定的关键因素，比较{topic}与{other}谁更重要，再下结论。",
                "请先列出支持和反对的迹象，然后判断{focus}处于什么程度。",
            ],
            [TaskKind.SpeechGeneration] =
            [
                "以{staff}的口吻写一段回复，回应{customer}关于{topic}的疑问，{constraint}。",
                "{customer}还在犹豫，请设计一段话术化解其对{topic}的顾虑，并提到{focus}。",
                "通话结束后要发一条跟进消息，请结合{focus}起草，语气礼貌自然。",
                "替新入职的{staff}示范如何接住最后一个问题，话里要带上{topic}和{other}。",
                "写出能推动这次{scenario}继续下去的开场白，依据{focus}，{constraint}。",
                "请准备一段解释，让{customer}明白{topic}为什么是这样，最后给出明确的下一步。",
            ],
            [TaskKind.Comparison] =
            [
                "把对话里出现的两个选择放在一起比较，从{topic}、{other}等方面列成表格。",
                "对照{customer}想要的和{staff}能给的，指出{focus}，{constraint}。",
                "逐项比较各方案的{focus}，缺少信息的地方写明未提及。",
                "以{topic}为主线，分析不同选项的利弊，再结合{other}说明差别。",
                "整理这次{scenario}沟通中的数字，比较它们之间的高低与变化，{constraint}。",
                "请做一张对比清单，帮助{customer}看清{focus}，{constraint}。",
            ],
        },
        new Dictionary<TaskKind, string[]>
        {
            [TaskKind.InformationExtraction] = ["核心需求和限制条件", "金额、数量、时间等硬性数字", "称呼与联系方式", "已经确认和仍待确认的事项", "顾虑以及对应的原话", "约定好的后续动作"],
            [TaskKind.Summarisation] = ["需求、异议和处理结果", "已达成的共识与遗留问题", "关键数字及其来由", "谁答应了什么、何时完成", "态度前后的变化", "最受关注的两件事"],
            [TaskKind.Judgement] = ["意向的强弱", "问题是否真正得到解决", "情绪的变化", "是否存在流失的风险", "承诺的可信程度", "需求的紧迫程度"],
            [TaskKind.SpeechGeneration] = ["对话中确认过的两个事实", "之前答应过的事情", "报价与时间安排", "对方最在意的条件", "可以替换的另一种办法", "已经核实的信息"],
            [TaskKind.Comparison] = ["价格与附加费用的差别", "满足需求的程度", "时间安排上的冲突", "优势和不足", "各自的前提条件", "期望与现实之间的差距"],
        },
        [
            "数字保留原来的单位", "每一项都要有原话支持", "不要推测没有说过的内容", "前后不一致时以最后一次为准", "用词简短、避免套话", "按重要程度排列",
            "分清是谁说的", "去掉寒暄和口头语", "像“{number}”这样的说法要原样写出", "如有改口请说明",
        ],
        [
            "", "", "回答控制在三点以内。", "读者没有听过录音，请交代必要的背景。", "留意{topic}前后说法的变化。", "结果会用于新人培训，语言要通俗。", "{other}如果没有谈清楚，请明确指出来。",
            "把最没有把握的一处单独标出。", "请站在{customer}的立场上想一想再作答。", "先看完最后几轮对话再动笔。",
        ]);
}
