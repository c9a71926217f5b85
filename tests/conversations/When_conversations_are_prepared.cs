using System.Text;
using DialInsight.Contracts;
using DialInsight.Conversations.Parsing;
using DialInsight.Conversations.Preparing;
using DialInsight.Conversations.Tests.Fixtures;
using DialInsight.DomainPacks.Packs;
using DialInsight.Pseudonyms;

namespace DialInsight.Conversations.Tests;

public sealed class When_conversations_are_prepared
{
    private static readonly DomainPackSet s_packs = new([TestPack.Library]);
    private static readonly ConversationPreparer s_preparer = new(s_packs, Pseudonymiser.FromText("a key for these tests only"), withDetails: true);

    [Theory]
    [InlineData("zh-CN", "zh")]
    [InlineData("zh_TW", "zh")]
    [InlineData("Chinese", "zh")]
    [InlineData("粵語", "zh")]
    [InlineData("EN-gb", "en")]
    [InlineData("english", "en")]
    [InlineData("fr", "other")]
    [InlineData("Japanese", "other")]
    [InlineData(" ", "en")]
    public void Should_know_languages_by_their_names(string language, string code)
    {
        Preparation prepared = Prepared(Talk() with { Language = language });
        Assert.Equal(code, prepared.Conversation!.Language);
        Assert.Equal(code == "other" ? [new PreparationNote("language-other", language)] : [], prepared.Notes);
    }

    [Theory]
    [InlineData("??")]
    [InlineData("klingon")]
    [InlineData("x")]
    public void Should_detect_a_language_that_is_not_known_and_say_so(string language)
    {
        Preparation prepared = Prepared(Talk() with { Language = language });
        Assert.Equal("en", prepared.Conversation!.Language);
        Assert.Equal([new PreparationNote("language-unknown", language)], prepared.Notes);
    }

    [Fact]
    public void Should_note_scenarios_and_roles_that_the_pack_does_not_have()
    {
        Preparation prepared = Prepared(
            new ParsedConversation { Scenario = "zoo", Turns = [new("wizard", "Where are the books about owls?"), new("reader", "I would like to know too.")] },
            new ConversationDefaults(Domain: "library"));
        Assert.Equal(["scenario-unknown=zoo", "role-unknown=wizard"], prepared.Notes.Select(note => $"{note.Kind}={note.Value}"));
        Assert.Empty(Prepared(Talk(), new ConversationDefaults(Domain: "library")).Notes);
    }

    [Fact]
    public void Should_keep_lines_and_name_a_conversation_as_if_it_had_none()
    {
        Preparation lines = Prepared(Talk(new Turn("reader", "My name is Harriet Quill,\n\ncall 415-555-\r\n0132 😀\nor come by")));
        Preparation oneLine = Prepared(Talk(new Turn("reader", "My name is Harriet Quill, call 415-555- 0132 😀 or come by")));
        string text = lines.Conversation!.Turns[^1].Text;

        Assert.Equal(2, text.Count(letter => letter == '\n'));
        Assert.EndsWith(" 😀\nor come by", text, StringComparison.Ordinal);
        Assert.Equal(oneLine.Conversation!.Turns[^1].Text, text.Replace('\n', ' '));
        Assert.Equal(oneLine.Conversation.Id, lines.Conversation.Id);
        Assert.Equal(2, lines.Conversation.Pseudonyms.Values.Sum());
    }

    [Fact]
    public void Should_name_a_conversation_the_same_whatever_is_removed()
    {
        ParsedConversation noisy = Talk(new Turn("reader", "Mira joined the chat"), new Turn("librarian", "[laughs] um, upstairs, I think"));
        Preparation with = Prepared(noisy, new ConversationDefaults(Fillers: true)), without = Prepared(noisy);
        Assert.Equal(with.Conversation!.Id, without.Conversation!.Id);
        Assert.NotEqual(with.Conversation.Turns[^1], without.Conversation.Turns[^1]);
        Assert.NotEqual(with.Conversation.Id, Prepared(Talk()).Conversation!.Id);
    }

    [Fact]
    public void Should_tell_what_was_removed_without_personal_data()
    {
        Preparation prepared = Prepared(Talk(new Turn("reader", "Harriet Quill joined the chat"), new Turn("librarian", "Call me at 415-555-0132 [laughs]")));
        Assert.Equal((1, 1, 1), (prepared.Conversation!.Cleaned["boilerplate"], prepared.Conversation.Cleaned["annotations"], prepared.Conversation.Cleaned["empty-turns"]));
        Assert.Equal("[laughs]", prepared.Removed.Single(removed => removed.Rule == "annotations").Text);
        Assert.Equal(2, prepared.Removed.Single(removed => removed.Rule == "boilerplate").Turn);
        Assert.Equal(prepared.Conversation.Turns.Count, prepared.Replaced.Count);
        Assert.Equal(IdentifierType.Phone, Assert.Single(prepared.Replaced[^1]).Type);
    }

    [Fact]
    public void Should_refuse_what_is_nothing_but_boilerplate()
    {
        Preparation prepared = Prepared(new ParsedConversation { Turns = [new("a", "Mira joined the chat"), new("b", "[图片]")] });
        Assert.Null(prepared.Conversation);
        Assert.Contains("boilerplate 2", prepared.Refusal, StringComparison.Ordinal);
        Assert.Equal("no turn has any words", Prepared(new ParsedConversation { Turns = [] }).Refusal);
    }

    public static TheoryData<string, string[]> Incoherent => new()
    {
        { "Hello", ["too-short"] },
        { "你好，请问这本书在哪里？", [] },
        { string.Concat(Enumerable.Repeat("★■◆●▲▼§¤", 6)), ["too-short", "garbled", "other-language"] },
        { Misread("读者：你好，请问这本书还有没有？我想借两个星期。", 936), ["garbled"] },
        { Misread("你好，请问这本书还有没有？我想借两个星期。", 1252), ["garbled", "other-language"] },
        { string.Concat(Enumerable.Repeat("锟斤拷", 20)), ["garbled"] },
        { "bonjour à tous, où est la bibliothèque, je vous prie, c'est très élégant", ["other-language"] },
        { "Where are the books about owls, please, and the naïve café résumés?", [] },
        { "鏈接在這裡：請問紅色的變壓器還有嗎？謝謝您。", [] },
        { Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 60)))), ["too-short", "garbled"] },
    };

    [Theory]
    [MemberData(nameof(Incoherent))]
    public void Should_keep_what_does_not_cohere_with_its_reasons(string text, string[] reasons)
    {
        ParsedConversation conversation = new() { Turns = [new("reader", text), new("librarian", text.Length < 10 ? "Hi" : text)] };
        PreparedConversation kept = Prepared(conversation).Conversation!;
        Assert.Equal(reasons, kept.Coherence);
        Assert.Equal(reasons.Length > 0, Prepared(conversation, new ConversationDefaults(Coherent: true)).Refusal?.Contains("does not cohere", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void Should_see_what_stood_for_broken_text_before_it_was_removed()
    {
        Turn[] turns = [new("a", "caf\uFFFD\uFFFD and \uFFFD\uFFFD\uFFFD too, please"), new("b", "that is what it says there, I am afraid")];
        Assert.Equal(["garbled"], Prepared(new ParsedConversation { Turns = turns }).Conversation!.Coherence);
    }

    [Fact]
    public void Should_say_that_one_side_speaks()
    {
        ParsedConversation oneSided = new() { Turns = [new("doctor", "What brings you here today?"), new("doctor", "I see. And since when does it hurt?")] };
        Assert.Equal(["single-speaker"], Prepared(oneSided).Conversation!.Coherence);
    }

    private static Preparation Prepared(ParsedConversation conversation, ConversationDefaults? defaults = null) =>
        s_preparer.Prepare(ParsedRecord.Of(new RecordPosition(0, 1, "f"), conversation), defaults ?? new ConversationDefaults());

    private static ParsedConversation Talk(params Turn[] more) =>
        new() { Turns = [new("reader", "Where are the books about owls?"), new("librarian", "Upstairs, on the left."), .. more] };

    private static string Misread(string text, int page) => CodePagesEncodingProvider.Instance.GetEncoding(page)!.GetString(Encoding.UTF8.GetBytes(text));
}
