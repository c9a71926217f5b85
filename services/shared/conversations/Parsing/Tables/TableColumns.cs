using System.Collections.Frozen;

namespace DialInsight.Conversations.Parsing.Tables;

/// <summary>Which column holds what. -1 where there is no such column.</summary>
internal sealed record TableColumns
{
    private static readonly FrozenDictionary<string, string> s_names = Names(
        (nameof(Role), "role speaker speakerrole sender from author participant name 说话人 角色 发言人 发送人 发送者 說話人 發言人 讲话人"),
        (nameof(Text), "text utterance content message words body sentence turn 内容 文本 话术 消息 发言 消息内容 發言 內容"),
        (nameof(Time), "time timestamp at start starttime createdat date datetime ts 时间 发送时间 時間 开始时间"),
        (nameof(Conversation), "conversationid conversation dialogueid dialogid convoid callid sessionid encounterid threadid chatid 会话id 对话id 通话id 会话编号 对话编号 通话编号 會話id 對話id"),
        (nameof(Id), "id no number key 编号 序号"),
        (nameof(Whole), "dialogue dialog transcript chat conversationtext 对话 对话内容 会话内容 通话内容 聊天记录 通话记录 對話 會話內容"),
        (nameof(Question), "question ask query prompt user customer 问题 提问 客户 用户 咨询 問題"),
        (nameof(Answer), "answer response reply assistant agent 回答 答案 回复 客服 答复 回覆"),
        (nameof(Scenario), "scenario scene 场景 业务场景 場景"),
        (nameof(Channel), "channel 渠道"),
        (nameof(Language), "language lang 语言 語言"),
        (nameof(Source), "source 来源 來源"),
        (nameof(Subject), "subject customerid userid 客户编号 客户id"));

    public int Role { get; init; } = -1;

    public int Text { get; init; } = -1;

    public int Time { get; init; } = -1;

    public int Conversation { get; init; } = -1;

    public int Id { get; init; } = -1;

    public int Whole { get; init; } = -1;

    public int Question { get; init; } = -1;

    public int Answer { get; init; } = -1;

    public int Scenario { get; init; } = -1;

    public int Channel { get; init; } = -1;

    public int Language { get; init; } = -1;

    public int Source { get; init; } = -1;

    public int Subject { get; init; } = -1;

    /// <summary>Whether each row is a turn.</summary>
    public bool IsTurnPerRow => Role >= 0 && Text >= 0;

    /// <summary>Whether each row is a conversation.</summary>
    public bool IsConversationPerRow => !IsTurnPerRow && (Whole >= 0 || (Question >= 0 && Answer >= 0) || Text >= 0);

    /// <summary>Whether two columns are known, which no line of speech has by chance.</summary>
    public bool IsNamed => IsTurnPerRow || (IsConversationPerRow && (Conversation >= 0 || Id >= 0 || (Question >= 0 && Answer >= 0)));

    /// <summary>The columns that a first row names; null where it does not name what can be read.</summary>
    public static TableColumns? OfHeader(IReadOnlyList<string> cells)
    {
        Dictionary<string, int> found = [];
        for (int index = 0; index < cells.Count; index++)
        {
            if (s_names.TryGetValue(Key(cells[index]), out string? column))
                found.TryAdd(column, index);
        }

        int At(string column) => found.GetValueOrDefault(column, -1);
        var columns = new TableColumns
        {
            Role = At(nameof(Role)),
            Text = At(nameof(Text)),
            Time = At(nameof(Time)),
            Conversation = At(nameof(Conversation)),
            Id = At(nameof(Id)),
            Whole = At(nameof(Whole)),
            Question = At(nameof(Question)),
            Answer = At(nameof(Answer)),
            Scenario = At(nameof(Scenario)),
            Channel = At(nameof(Channel)),
            Language = At(nameof(Language)),
            Source = At(nameof(Source)),
            Subject = At(nameof(Subject)),
        };
        return columns.Settled() is { } settled && (settled.IsTurnPerRow || settled.IsConversationPerRow) ? settled : null;
    }

    /// <summary>The columns of a table without a header: speaker and words, or conversation, speaker and words.</summary>
    public static TableColumns? OfWidth(int width) => width switch
    {
        2 => new TableColumns { Role = 0, Text = 1 },
        3 => new TableColumns { Conversation = 0, Role = 1, Text = 2 },
        _ => null,
    };

    // A column “conversation” holds words where no other does, and a column “dialogue” ids where another holds the words.
    private TableColumns? Settled() => this switch
    {
        { IsTurnPerRow: true, Conversation: < 0, Whole: >= 0 } => this with { Conversation = Whole, Whole = -1 },
        { IsTurnPerRow: false, IsConversationPerRow: false, Conversation: >= 0 } => this with { Whole = Conversation, Conversation = -1 },
        _ => this,
    };

    private static FrozenDictionary<string, string> Names(params (string Column, string Names)[] columns) =>
        columns.SelectMany(column => column.Names.Split(' ').Select(name => (name, column.Column))).ToFrozenDictionary(pair => pair.name, pair => pair.Column);

    private static string Key(string cell) =>
        cell.Length > 60 ? "" : new string([.. cell.Trim().ToLowerInvariant().Where(letter => letter is not (' ' or '_' or '-' or '\uFEFF'))]);
}
