using DialInsight.Conversations.Parsing;
using DialInsight.Conversations.Tests.Fixtures;
using DialInsight.DomainPacks.Packs;

namespace DialInsight.Conversations.Tests;

/// <summary>JSON that others have shaped.</summary>
public sealed class When_json_shapes_are_mapped
{
    [Theory]
    [InlineData("messages", """{"id":"x","messages":[{"role":"system","content":"Be kind."},{"role":"user","content":"Hi"},{"role":"assistant","content":[{"type":"text","text":"Hello"},{"type":"image_url","image_url":{}}]},{"role":"assistant","content":null}]}""", "user|Hi\nassistant|Hello\nassistant|")]
    [InlineData("messages with sys and usr", """{"messages":[{"role":"usr","content":"Hi","dialog_act":[]},{"role":"sys","content":"Hello"}]}""", "user|Hi\nassistant|Hello")]
    [InlineData("sharegpt", """{"id":"x","conversations":[{"from":"human","value":"Hi"},{"from":"gpt","value":"Hello"}]}""", "user|Hi\nassistant|Hello")]
    [InlineData("a log of turns", """{"goal":{},"log":[{"text":"Hi","metadata":{}},{"text":"Hello","metadata":{}},{"text":"Bye"}]}""", "user|Hi\nassistant|Hello\nuser|Bye")]
    [InlineData("speakers and utterances", """{"dialogue_id":"1","turns":[{"speaker":"USER","utterance":"Hi","frames":[]},{"speaker":"SYSTEM","utterance":"Hello"}]}""", "user|Hi\nassistant|Hello")]
    [InlineData("utterances", """{"conversation_id":"x","utterances":[{"index":0,"speaker":"USER","text":"Hi"},{"speaker":"ASSISTANT","text":"Hello"}]}""", "USER|Hi\nASSISTANT|Hello")]
    [InlineData("speaker and text", """{"id":"x","turns":[{"speaker":"mira","text":"Hi","time":12.5},{"speaker":"tomas","text":"Hello","time":"01:02"}]}""", "mira|Hi|00:00:12.500\ntomas|Hello|00:01:02")]
    [InlineData("chat logs", """{"dialogue_id":548,"chat_logs":[{"text":"Hi","task_data":{},"id":"agent_2"},{"text":"Hello","id":"agent_1"}]}""", "agent_2|Hi\nagent_1|Hello")]
    [InlineData("pairs", """{"convo_id":1,"scenario":{"flow":"rooms"},"original":[["agent","Hi"],["customer","Hello"]]}""", "agent|Hi\ncustomer|Hello")]
    [InlineData("sentences", """{"conversation_id":"x","dialog":{"turns":[{"is_agent":false,"sentences":["Hi.","Help!"]},{"is_agent":true,"sentences":["Hello."]}]}}""", "customer|Hi. Help!\nagent|Hello.")]
    [InlineData("parallel speakers", """{"id":"13_0","context":[["你好。","请坐。"],["Hello."]],"speaker":[1,2]}""", "speaker 1|你好。请坐。\nspeaker 2|Hello.")]
    [InlineData("tokens apart", """{"doc_id":"2","sentences":["这 手 机 比 iPhone 12 好 , 真 的","Good day"],"speakers":[0,1]}""", "speaker 0|这手机比iPhone 12好,真的\nspeaker 1|Good day")]
    public async Task Should_know_the_shape(string shape, string record, string turns)
    {
        Assert.Equal(turns, Parsed.Lines(await Parsed.OneAsync(record, "one.json")));
        Assert.Equal(turns, Parsed.Lines(await Parsed.OneAsync(record, null)));
        IReadOnlyList<ParsedRecord> lines = await Parsed.OfAsync($"{record}\n{record}\n", "many.jsonl");
        IReadOnlyList<ParsedRecord> byId = await Parsed.OfAsync($"{{\n\"k1\": {record},\n\"k2\": {record}}}", "byid.json");
        Assert.True(lines.Count == 2 && byId.Count == 2, shape);
        Assert.All([.. lines, .. byId, .. await Parsed.OfAsync($"[{record}]", "list.json")], found => Assert.Equal(turns, Parsed.Lines(found.Conversation!)));
        Assert.Equal([2, 3], byId.Select(found => found.Position.Line));
        Assert.Equal(2, (await Parsed.OfAsync($"{record}\n{record}\n", "lines.json")).Count);
    }

    [Fact]
    public async Task Should_take_the_key_for_an_id_and_lose_only_what_is_broken()
    {
        IReadOnlyList<ParsedRecord> records = await Parsed.OfAsync(
            """{"MUL1":{"goal":{"a":1},"log":[{"text":"Hi"}]},"MUL2":{"log":[{"text":"Hi"},{"words":1}]},"MUL3":{},"MUL4":{"log":[{"text":"Bye"}]}}""", "byid.json");
        Assert.Equal(["MUL1", null, null, "MUL4"], records.Select(record => record.Conversation?.Id));
        Assert.Equal("log[1].text is missing", records[1].Refusal);
        Assert.Contains("`turns` is missing", records[2].Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_look_for_the_other_fields_under_their_own_names()
    {
        ParsedConversation conversation = await Parsed.OneAsync(
            """{"id":7,"scenario":"rooms","channel":"desk","language":"en","source":"s","subject":"p","messages":[{"role":"user","content":"Hi","at":"00:12"}]}""", "a.json");
        Assert.Equal(("7", "rooms", "desk", "en"), (conversation.Id, conversation.Scenario, conversation.Channel, conversation.Language));
        Assert.Equal(("s", "p", "00:00:12"), (conversation.Source, conversation.Subject, conversation.Turns[0].At));
    }

    [Fact]
    public async Task Should_read_an_object_of_conversations_that_breaks_off()
    {
        IReadOnlyList<ParsedRecord> records = await Parsed.OfAsync("""{"a":{"log":[{"text":"Hi"}]},"b":{"log":[{"te""", "byid.json");
        Assert.Equal("a", records[0].Conversation!.Id);
        Assert.Contains("in the middle", records[1].Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_read_a_mapping_of_the_pack_or_the_request()
    {
        FieldMapping mapping = Assert.Single(FieldMappingReader.Read(
            """
            - name: call-centre
              conversations: export.calls
              turns: lines
              role: who.name
              text: said
              time: sec
              id: ref
              subject: customer.id
              roles: { op: librarian }
              skip: [ivr]
            """, "mappings.yaml"));
        const string Export = """{"export":{"calls":[{"ref":"c1","customer":{"id":"s1"},"lines":[{"who":{"name":"ivr"},"said":"Press 1"},{"who":{"name":"OP"},"said":"Hi","sec":3}]},{"ref":"c2","lines":[]}]}}""";
        IReadOnlyList<ParsedRecord> records = await Parsed.OfAsync(Export, "export.json", Parsed.With(mapping));

        Assert.Equal(["c1", "c2"], records.Select(record => record.Conversation!.Id));
        Assert.Equal("librarian|Hi|00:00:03", Parsed.Lines(records[0].Conversation!));
        Assert.Equal("s1", records[0].Conversation!.Subject);
    }

    [Theory]
    [InlineData("- { name: A b, turns: t, role: r }", "name")]
    [InlineData("- { name: a, role: r }", "turns is missing")]
    [InlineData("- { name: a, turns: 't..x', role: r }", "is no path")]
    [InlineData("- { name: a, turns: t }", "exactly one of")]
    [InlineData("- { name: a, turns: t, role: r, alternate: [x] }", "exactly one of")]
    [InlineData("- { name: a, turns: t, role: r, texts: x }", "is not known; did you mean \"text\"?")]
    [InlineData("- { name: a, turns: t, role: r, roles: [x] }", "must be a mapping")]
    public void Should_tell_what_is_wrong_with_a_mapping(string yaml, string problem) =>
        Assert.Contains(problem, Assert.Throws<DomainPackException>(() => FieldMappingReader.Read(yaml, "mappings.yaml")).Message, StringComparison.Ordinal);
}
