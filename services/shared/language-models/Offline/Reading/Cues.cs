namespace DialInsight.LanguageModels.Offline.Reading;

/// <summary>What the words of a sentence give away about its part in a conversation.</summary>
internal static class Cues
{
    /// <summary>A number is told.</summary>
    public static readonly Cue Number = new(
        "0 1 2 3 4 5 6 7 8 9 百 千 万 十 两 三 四 五 六 七 八 九",
        "hundred thousand dozen twenty thirty forty fifty sixty seventy eighty ninety");

    /// <summary>Something is decided or promised.</summary>
    public static readonly Cue Decision = new(
        "决定 定了 那就 确定 确认 同意 可以接受 签 成交 预约 安排 已经 办理 选这 就这 没问题 答应 约好 定下",
        "decide agreed agree confirm booked book deal settled accept refund replace will_send i'll we'll will_be done resolved scheduled approved");

    /// <summary>Somebody wants something.</summary>
    public static readonly Cue Need = new(
        "想要 需要 希望 要求 最好 想找 想买 想租 想卖 打算 预算 麻烦 帮我 能不能 必须 要有 想问 我想 我要",
        "need want would_like looking_for prefer hope must require help_me can_you could_you i'd_like trying_to");

    /// <summary>Somebody worries or objects.</summary>
    public static readonly Cue Concern = new(
        "担心 顾虑 怕 贵 太高 不放心 犹豫 考虑 问题是 不好 不行 嫌 吵 远 麻烦 风险 万一 不满 投诉 不太 但是 可是 坏 故障 慢",
        "worried worry concern concerned afraid expensive too unfortunately problem issue but not_sure hesitate risk wrong broken late unhappy disappointed cannot can't doesn't won't");

    /// <summary>What happens next.</summary>
    public static readonly Cue NextStep = new(
        "明天 后天 周末 下周 回头 到时候 稍后 我发您 发给您 联系 回复您 带您 约 看房 签约 跟进 安排 今晚 下午 上午 我帮您 马上 尽快",
        "tomorrow next later call_you send_you email_you follow_up get_back schedule appointment visit i'll we'll will within by_the_end let_you_know monday tuesday wednesday thursday friday");

    /// <summary>A reason is given.</summary>
    public static readonly Cue Reason = new(
        "因为 所以 主要是 原因 由于 毕竟 既然 导致 为了 关键 考虑到",
        "because since reason due_to so_that as_a_result caused that's_why therefore");

    /// <summary>Something speaks for what is offered.</summary>
    public static readonly Cue Advantage = new(
        "优势 方便 近 便宜 划算 安静 采光 满五 精装 学区 品牌 保证 免费 优惠 舒服 满意 不错 推荐 划得来 值",
        "advantage convenient cheap cheaper free quiet discount great included guarantee recommend excellent benefit better best popular easy fast");

    /// <summary>Somebody agrees or is pleased.</summary>
    public static readonly Cue Positive = new(
        "可以 满意 喜欢 不错 挺好 没问题 同意 接受 感兴趣 定了 太好 放心 合适 愿意",
        "great perfect good happy agree yes sounds interested love like accept deal wonderful fine satisfied excellent");

    /// <summary>Somebody holds back or is displeased.</summary>
    public static readonly Cue Negative = new(
        "不行 不要 算了 太贵 不满 不喜欢 不合适 犹豫 再看看 再说 考虑考虑 不急 没兴趣 投诉 生气 失望",
        "no not unhappy expensive unfortunately unacceptable frustrated complaint cancel disappointed refuse never worse angry terrible");

    /// <summary>A courtesy without content.</summary>
    public static readonly Cue Courtesy = new(
        "谢谢 不客气 再见 拜拜 您好 你好 祝您 欢迎 打扰 辛苦了 感谢",
        "thank thanks welcome goodbye bye hello good_morning good_afternoon have_a_nice have_a_great good_day how_are_you how_may_i how_can_i anything_else");

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Cue> All = [Number, Decision, Need, Concern, NextStep, Reason, Advantage, Positive, Negative, Courtesy];
}
