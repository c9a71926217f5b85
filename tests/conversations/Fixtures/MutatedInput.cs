using System.Text;
using DialInsight.Conversations.Parsing;

namespace DialInsight.Conversations.Tests.Fixtures;

/// <summary>Files of each format, and what becomes of them when bytes are lost, changed and repeated.</summary>
internal static class MutatedInput
{
    public static readonly (TranscriptFormat? Format, byte[] Content)[] Seeds =
    [
        (TranscriptFormat.Json, Utf8($"[{Some.Conversation()},{Some.Conversation("\\ud83d\\n\\\"")}]")),
        (TranscriptFormat.Json, Utf8("{\"a\":{\"log\":[{\"text\":\"Hi\"},{\"text\":\"Hello\"}]},\n\"b\":{\"log\":[{\"text\":\"Hi\"}]}}")),
        (TranscriptFormat.JsonLines, Utf8($"{Some.Conversation(more: "\"id\":1,\"at\":null,")}\n{Some.Conversation("é\u0301 字 😀")}\n")),
        (TranscriptFormat.JsonLines, Utf8("{\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"Hi\"}]}]}\n{\"context\":[[\"好\",\"a\"]],\"speaker\":[1]}\n{\"original\":[[\"a\",\"b\"]]}")),
        (TranscriptFormat.Table, Utf8("conversation_id,speaker,text,time\na,Mira,\"Hello, you\",00:01\na,Tomas,\"two\nlines \"\"so\"\"\",1:2\nb,Mira,,\n")),
        (TranscriptFormat.Table, Utf8("id\tdialogue\n1\t[a] x\n2\t\"Mira: hi\nTomas: ho\"\n3\t<U>x<A>y\n")),
        (TranscriptFormat.Table, CodePagesEncodingProvider.Instance.GetEncoding(54936)!.GetBytes("问题,回答\n你好吗？,我很好，谢谢。\n")),
        (TranscriptFormat.Text, Utf8("[00:12] 读者：你好\nLibrarian: Good day,\r\nwhat is it?\n00:30 读者：http://x.example")),
        (TranscriptFormat.Text, [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("读者：你好\n馆员：您好")]),
        (TranscriptFormat.Text, CodePagesEncodingProvider.Instance.GetEncoding(950)!.GetBytes("讀者：你好，請問這本書\n館員：在二樓，謝謝")),
        (TranscriptFormat.Text, Utf8("[09:15] <mira> hi\n=== x has joined\n[09:15] * tomas waves\n13/05/2026, 09:30 - Mira: x\n米拉 2026-05-13 09:30:05\n在\n00:05:50\tMira:\thi\n")),
        (TranscriptFormat.Markdown, Utf8("---\na: b\n---\n# T\n\n**Mira:** Hi \\[x\\]\n\nmore\n\n**Break:** \\[20:03\\]\n\n## Tomas (1:2)\n\nx")),
        (TranscriptFormat.Cues, Utf8("WEBVTT\n\n1\n00:01.000 --> 00:02.000\n<v Mira>a &amp; b</v><v T>c\n\n2\n00:00:03,000 --> 00:00:04,000\nTomas: x\ny\n")),
        (TranscriptFormat.TextGrid, Utf8("File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n0\n9\n<exists>\n1\n\"IntervalTier\"\n\"a\"\n0\n9\n2\n0\n2\n\"\"\n2\n6.5\n\"A \"\"cough\"\".\"\n")),
        (TranscriptFormat.WordRows, Utf8("token|speaker|ts|endTs|punctuation|prepunctuation\nGood|1|0.25|0.5||\nday|1|||.|(\nHi|2|61|||\n")),
        (TranscriptFormat.Zip, Some.Zip(
            ("a.json", Utf8(Some.Conversation())), ("b.txt", Utf8("Reader: hello\nLibrarian: hello")), ("c_x.TextGrid", Utf8("ooTextFile")), ("c_y.TextGrid", Utf8("ooTextFile TextGrid\"")))),
        (null, Utf8($"--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.json\"\r\n\r\n{Some.Conversation()}\r\n--x--\r\n")),
    ];

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Of(byte[] seed, Random random)
    {
        List<byte> bytes = [.. seed];
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
                    bytes.Insert(at, "{}[]\",:\\\n\0<>|*\t-"u8[random.Next(16)]);
                    break;
                default:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
            }
        }

        return [.. bytes];
    }
}
