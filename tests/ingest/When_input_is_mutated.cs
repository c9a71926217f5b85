using System.Text;
using DialInsight.Ingest.Parsing;
using DialInsight.Ingest.Parsing.Json;
using DialInsight.Ingest.Tests.Fixtures;

namespace DialInsight.Ingest.Tests;

/// <summary>Whatever is sent, the answer says what became of it.</summary>
public sealed class When_input_is_mutated(IngestHost host) : IClassFixture<IngestHost>
{
    private static readonly byte[][] s_seeds =
    [
        Encoding.UTF8.GetBytes($"[{Some.Conversation()},{Some.Conversation("\\ud83d\\n\\\"")}]"),
        Encoding.UTF8.GetBytes($"{Some.Conversation(more: "\"id\":1,\"at\":null,")}\n{Some.Conversation("é\u0301 字 😀")}\n"),
        Encoding.UTF8.GetBytes("[00:12] 读者：你好\nLibrarian: Good day,\r\nwhat is it?\n00:30 读者：http://x.example"),
        [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("读者：你好\n馆员：您好")],
        Some.Zip(("a.json", Encoding.UTF8.GetBytes(Some.Conversation())), ("b.txt", Encoding.UTF8.GetBytes("Reader: hello\nLibrarian: hello"))),
        Encoding.UTF8.GetBytes($"--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.json\"\r\n\r\n{Some.Conversation()}\r\n--x--\r\n"),
    ];

    [Fact]
    public async Task Should_never_throw_while_parsing()
    {
        var random = new Random(20260501);
        TranscriptFormat?[] formats = [null, null, .. Enum.GetValues<TranscriptFormat>().Cast<TranscriptFormat?>()];
        for (int round = 0; round < 4000; round++)
        {
            byte[] input = Mutated(random);
            TranscriptFormat? format = formats[random.Next(formats.Length)];
            try
            {
                await foreach (ParsedRecord record in TranscriptParser.ParseAsync(new MemoryStream(input), format, "f", new ParseContext(BuiltInMappings.All), TestContext.Current.CancellationToken))
                    Assert.True(record.Conversation is null != record.Refusal is null);
            }
            catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"Round {round} as {format}: {exception}\n{Convert.ToBase64String(input)}");
            }
        }
    }

    [Fact]
    public async Task Should_never_answer_with_a_server_error()
    {
        var random = new Random(20260502);
        string?[] types = [null, "application/json", "application/x-ndjson", "text/plain", "application/zip", "multipart/form-data; boundary=x"];
        for (int round = 0; round < 600; round++)
        {
            byte[] input = Mutated(random);
            string? type = types[random.Next(types.Length)];
            string query = random.Next(4) == 0 ? $"?scenario={Uri.EscapeDataString(Odd(random))}&source=a&channel={Uri.EscapeDataString(Odd(random))}" : "";
            using HttpResponseMessage response = await host.PostAsync(input, type, query);
            Assert.True((int)response.StatusCode < 500, $"Round {round} as {type}{query}: {response.StatusCode}\n{Convert.ToBase64String(input)}");
        }
    }

    private static string Odd(Random random) => new([.. Enumerable.Range(0, random.Next(8)).Select(_ => "a:字\u0301\uFFFE\u0000\uFF21 "[random.Next(8)])]);

    private static byte[] Mutated(Random random)
    {
        List<byte> bytes = [.. s_seeds[random.Next(s_seeds.Length)]];
        for (int change = random.Next(1, 8); change > 0 && bytes.Count > 1; change--)
        {
            int at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 12), bytes.Count - at));
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(0, Math.Min(random.Next(1, 60), bytes.Count)));
                    break;
                case 3:
                    bytes.Insert(at, "{}[]\",:\\\n\0"u8[random.Next(10)]);
                    break;
                default:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
            }
        }

        return [.. bytes];
    }
}
