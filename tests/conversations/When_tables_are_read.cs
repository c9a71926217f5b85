using DialInsight.Conversations.Parsing;
using DialInsight.Conversations.Tests.Fixtures;

namespace DialInsight.Conversations.Tests;

/// <summary>Comma- and tab-separated values.</summary>
public sealed class When_tables_are_read
{
    [Theory]
    [InlineData("conversation_id,speaker,text,time\na,Mira,\"Hello, you\",00:01\na,Tomas,\"two\nlines \"\"so\"\"\",00:02\nb,Mira,Bye,\n")]
    [InlineData("\uFEFFspeaker;time;Conversation ID;text\r\nMira;00:01;a;Hello, you\r\nTomas;00:02;a;\"two\nlines \"\"so\"\"\"\r\nMira;;b;Bye\r\n")]
    [InlineData("会话ID\t角色\t内容\t时间\na\tMira\tHello, you\t00:01\na\tTomas\t\"two\nlines \"\"so\"\"\"\t00:02\n\t\t\t\nb\tMira\tBye\t\n")]
    public async Task Should_gather_the_rows_of_a_conversation(string table)
    {
        IReadOnlyList<ParsedRecord> records = await Parsed.OfAsync(table, "talks.csv");
        Assert.Equal(["a", "b"], records.Select(record => record.Conversation!.Id));
        Assert.Equal("Mira|Hello, you|00:00:01\nTomas|two\nlines \"so\"|00:00:02", Parsed.Lines(records[0].Conversation!));
        Assert.Equal("Mira|Bye", Parsed.Lines(records[1].Conversation!));
        Assert.Equal(2, records[0].Position.Line);
    }

    [Theory]
    [InlineData("Mira,Hello\nTomas,Hi\n", null)]
    [InlineData("a,Mira,Hello\na,Tomas,Hi\n", "a")]
    [InlineData("role,content\nMira,Hello\nTomas,Hi", null)]
    public async Task Should_do_without_header_or_ids(string table, string? id)
    {
        ParsedConversation conversation = await Parsed.OneAsync(table, "talk.csv");
        Assert.Equal("Mira|Hello\nTomas|Hi", Parsed.Lines(conversation));
        Assert.Equal(id, conversation.Id);
    }

    [Fact]
    public async Task Should_read_a_conversation_in_a_cell()
    {
        IReadOnlyList<ParsedRecord> records = await Parsed.OfAsync(
            "ID,note,dialogue,scenario\n7,\"a, b\",\"Mira: Hello\n Tomas: Hi\",lending\n8,,\"no speaker\",\n9,,\"[mira] one\n[tomas] two\",rooms\n", "talks.csv");
        Assert.Equal(["7", null, "9"], records.Select(record => record.Conversation?.Id));
        Assert.Equal([2, 4, 5], records.Select(record => record.Position.Line));
        Assert.Equal("Mira|Hello\nTomas|Hi", Parsed.Lines(records[0].Conversation!));
        Assert.Equal("mira|one\ntomas|two", Parsed.Lines(records[2].Conversation!));
        Assert.Equal(("lending", "rooms"), (records[0].Conversation!.Scenario, records[2].Conversation!.Scenario));
        Assert.Contains("no line reads", records[1].Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_read_questions_and_answers() =>
        Assert.Equal("user|借书证丢了，怎么办？\nassistant|补办即可", Parsed.Lines(await Parsed.OneAsync("部门,问题,回答\n服务台,\"借书证丢了，怎么办？\",补办即可\n", "qa.csv")));

    [Fact]
    public async Task Should_read_tagged_turns()
    {
        ParsedConversation conversation = await Parsed.OneAsync("<PN>find<PAV>x<C><U>Is it \"open\"?<A>\\nYes.<PN>hours<PR>9<U>When?\t[A]At nine.\tdlg-1\n", "talks.tsv");
        Assert.Equal("user|Is it \"open\"?\nassistant|Yes.\nuser|When?\nassistant|At nine.", Parsed.Lines(conversation));
        Assert.Equal("dlg-1", conversation.Id);
    }

    [Fact]
    public async Task Should_refuse_rows_that_stand_apart_and_keep_the_others()
    {
        IReadOnlyList<ParsedRecord> records = await Parsed.OfAsync("dialogue_id,role,text\na,m,1\nb,m,2\na,t,3\nc,,4\nd,m,5\n", "talks.csv");
        Assert.Equal(["a", "b", null, null, "d"], records.Select(record => record.Conversation?.Id));
        Assert.Contains("sort the table", records[2].Refusal, StringComparison.Ordinal);
        Assert.Equal(4, records[2].Position.Line);
        Assert.Contains("who speaks", records[3].Refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "there is nothing in it")]
    [InlineData("\uFEFF \r\n", "there is nothing in it")]
    [InlineData("a,b,c,d,e\n1,2,3,4,5\n", "name them in the first row")]
    public async Task Should_say_what_is_missing(string table, string reason) =>
        Assert.Contains(reason, Assert.Single(await Parsed.OfAsync(table, "talk.csv")).Refusal, StringComparison.Ordinal);

    [Fact]
    public async Task Should_end_at_a_quotation_mark_that_stays_open()
    {
        string table = $"id,dialogue\n1,Mira: hi\n2,\"Mira: {new string('a', ParsingLimits.Default.LineBytes * 2)}";
        IReadOnlyList<ParsedRecord> records = await Parsed.OfAsync(table, "talk.csv");
        Assert.Equal("1", records[0].Conversation!.Id);
        Assert.Contains("quotation mark", records[1].Refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("speaker,text\nMira,Hello", 1)]
    [InlineData("speaker\ttext\nMira\tHello", 1)]
    [InlineData("id,dialogue\n1,Mira: Hello", 1)]
    [InlineData("To: you, dear, all\nMira: Hello", 2)]
    public async Task Should_be_told_by_its_header_from_text(string body, int turns) =>
        Assert.Equal(turns, (await Parsed.OneAsync(body, null)).Turns.Count);
}
