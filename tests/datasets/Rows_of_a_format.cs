using System.Text.Json;
using DialInsight.Datasets.Rows;

namespace DialInsight.Datasets.Tests;

/// <summary>What measures read of a row, and which rows the published rules refuse.</summary>
public sealed class Rows_of_a_format
{
    [Theory]
    [InlineData("""{"instruction":"Sum up","input":"A: hi","output":"They greet."}""", "alpaca", "Sum up", "A: hi", "They greet.", 2)]
    [InlineData("""{"instruction":"Sum up","system":"Be brief","history":[["q","a"]],"output":"x"}""", "alpaca", "Sum up", "Be brief\nq\na\n", "x", 4)]
    [InlineData("""{"instruction":"","input":"Only this","output":"x"}""", "alpaca", "Only this", "", "x", 2)]
    [InlineData("""{"prompt":"Why?","response":"Because."}""", "alpaca", "Why?", "", "Because.", 2)]
    [InlineData("""{"instruction":"Why?","instances":[{"input":"here","output":"Because."}]}""", "alpaca", "Why?", "here", "Because.", 2)]
    [InlineData("""{"conversations":[{"from":"human","value":"Why?"},{"from":"gpt","value":"Because."}]}""", "sharegpt", "Why?", "", "Because.", 2)]
    [InlineData("""{"system":"Be brief","conversations":[{"from":"human","value":"a"},{"from":"gpt","value":"b"},{"from":"human","value":"c"},{"from":"gpt","value":"d"}]}""", "sharegpt", "c", "Be brief\na\nb", "d", 5)]
    [InlineData("""{"messages":[{"role":"system","content":"S"},{"role":"user","content":[{"type":"text","text":"U"}]},{"role":"assistant","content":"A"}]}""", "messages", "U", "S", "A", 3)]
    [InlineData("""{"messages":[{"role":"user","content":"U"},{"role":"assistant","content":null,"tool_calls":[1]},{"role":"tool","content":"T"},{"role":"assistant","content":"A"}]}""", "messages", "U", "[1]\nT", "A", 4)]
    public void A_row_is_told_by_its_fields_and_read_for_its_measures(string json, string format, string prompt, string input, string target, int turns)
    {
        JsonElement row = Parse(json);
        DatasetFormat found = DatasetFormat.Of(row)!;
        Assert.Equal(format, found.Name);
        Assert.Equal(new DatasetRow(prompt, input, target, turns), found.Read(row));
    }

    [Theory]
    [InlineData("alpaca", """["a"]""", "the row is a list, not an object")]
    [InlineData("alpaca", """{"instruction":" ","output":"x"}""", "instruction and input are empty")]
    [InlineData("alpaca", """{"instruction":"a"}""", "there is no output")]
    [InlineData("alpaca", """{"instruction":7,"output":"x"}""", "instruction is a number, not a text")]
    [InlineData("alpaca", """{"instruction":"half \ud83d","output":"x"}""", "a text holds half a character")]
    [InlineData("sharegpt", """{"conversations":{}}""", "conversations is an object, not a list")]
    [InlineData("sharegpt", """{"conversations":["a"]}""", "turn 1 is a text, not an object")]
    [InlineData("sharegpt", """{"conversations":[{"from":"human","value":"a"}]}""", "nobody answers in it")]
    [InlineData("messages", """{"messages":[{"content":"a"}]}""", "turn 1 has no role")]
    [InlineData("messages", """{"other":1}""", "there is no messages")]
    public void A_row_that_is_not_of_its_format_says_why(string format, string json, string reason) =>
        Assert.Equal(reason, Assert.Throws<RowException>(() => Named(format).Read(Parse(json))).Message);

    [Theory]
    [InlineData("alpaca", """{"instruction":"a","output":"b","history":[["q","a"]],"system":"s"}""")]
    [InlineData("alpaca", """{"instruction":"","input":"a","output":"b"}""")]
    [InlineData("sharegpt", """{"conversations":[{"from":"system","value":"s"},{"from":"human","value":"a"},{"from":"function_call","value":"b"},{"from":"observation","value":"c"},{"from":"gpt","value":"d"}],"tools":"[]"}""")]
    [InlineData("messages", """{"messages":[{"role":"user","content":"a"},{"role":"assistant","content":"","tool_calls":[{"id":"1"}]},{"role":"tool","content":"c"},{"role":"assistant","content":"d"}]}""")]
    public void Trainers_take_rows_by_their_rules(string format, string json) => Assert.Null(Named(format).Refusal(Parse(json)));

    [Theory]
    [InlineData("alpaca", """{"instruction":"a","response":"b"}""", "output is empty")]
    [InlineData("alpaca", """{"input":"","output":"b"}""", "instruction and input are empty")]
    [InlineData("alpaca", """{"instruction":"a","output":["b"]}""", "output is a list, not a text")]
    [InlineData("alpaca", """{"instruction":"a","output":"b","history":[["q"]]}""", "history is not made of pairs of a question and an answer")]
    [InlineData("alpaca", """{"instruction":"a","output":"b","history":[{"q":"a"}]}""", "history is not made of pairs of a question and an answer")]
    [InlineData("alpaca", """{"instruction":"a\u0000","output":"b"}""", "instruction holds a NUL character")]
    [InlineData("sharegpt", """{"conversations":[]}""", "the conversation is empty")]
    [InlineData("sharegpt", """{"conversations":[{"from":"gpt","value":"a"},{"from":"human","value":"b"}]}""", "turn 1 is from gpt where human or observation must speak")]
    [InlineData("sharegpt", """{"conversations":[{"from":"human","value":"a"}]}""", "the conversation ends without an answer")]
    [InlineData("sharegpt", """{"conversations":[{"from":"human","value":"a"},{"from":"gpt","value":" "}]}""", "turn 2 is empty")]
    [InlineData("messages", """{"messages":[{"role":"user","content":"a"},{"role":"bot","content":"b"}]}""", "there is no role bot")]
    [InlineData("messages", """{"messages":[{"role":"user","content":"a"},{"role":"system","content":"s"},{"role":"assistant","content":"b"}]}""", "a system message stands after the first message")]
    [InlineData("messages", """{"messages":[{"role":"assistant","content":"b"}]}""", "the first message is not the user's")]
    [InlineData("messages", """{"messages":[{"role":"user","content":"b"}]}""", "the last message is not the assistant's")]
    [InlineData("messages", """{"messages":[{"role":"user","content":"a"},{"role":"user","content":"a"},{"role":"assistant","content":"b"}]}""", "user speaks twice in a row")]
    public void Trainers_refuse_a_row_for_each_of_their_rules(string format, string json, string reason) =>
        Assert.Equal(reason, Named(format).Refusal(Parse(json)));

    private static DatasetFormat Named(string name) => DatasetFormat.All.Single(format => format.Name == name);

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}
