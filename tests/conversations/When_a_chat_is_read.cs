using DialInsight.Conversations.Parsing;
using DialInsight.Conversations.Tests.Fixtures;

namespace DialInsight.Conversations.Tests;

/// <summary>Lines of text, in the ways that programs write chats down.</summary>
public sealed class When_a_chat_is_read
{
    [Theory]
    [InlineData(
        "[09:15] <mira> is the heater in stock?\n=== tomas [~t@host.example]  has joined #shop\n[09:15] <tomas> yes: two left\n[09:16]  * mira cheers\n",
        "mira|is the heater in stock?|09:15:00\ntomas|yes: two left|09:15:00\nmira|cheers|09:16:00")]
    [InlineData(
        "<mira> hello\n-!- tomas has quit\n<@tomas[]> hi there\nand welcome",
        "mira|hello\ntomas[]|hi there and welcome")]
    [InlineData(
        "00:05:50\tMira Olsen:\tGood morning\r\n00:06:02\tTomas (Shop):\tHi: see\r\n\r\nhttps://shop.example\r\n",
        "Mira Olsen|Good morning|00:05:50\nTomas (Shop)|Hi: see https://shop.example|00:06:02")]
    [InlineData(
        "09:05:50 From Mira Olsen to Everyone: Good morning\n09:06:01 From Tomas To Mira Olsen: Hi",
        "Mira Olsen|Good morning|09:05:50\nTomas|Hi|09:06:01")]
    [InlineData(
        "09:05:50\t From  Mira Olsen : Good morning\n09:06:01\t From  Tomas : Hi: you",
        "Mira Olsen|Good morning|09:05:50\nTomas|Hi: you|09:06:01")]
    [InlineData(
        "\u200E[13/05/2026, 9:30:05\u202FPM] Mira: Hello\n\u200E[13/05/2026, 9:31:05\u202FPM] Tomas: \u200Eimage left out",
        "Mira|Hello|2026-05-13T21:30:05\nTomas|\u200Eimage left out|2026-05-13T21:31:05")]
    [InlineData(
        "13/05/2026, 09:30 - Messages are encrypted\n13/05/2026, 09:30 - Mira: Is it: free?\n13/05/2026, 09:31 - Tomas: Yes\nfrom noon",
        "Mira|Is it: free?|2026-05-13T09:30:00\nTomas|Yes from noon|2026-05-13T09:31:00")]
    [InlineData(
        "13/05/2026, 09:30 - Mira: Is it free?\n13/05/2026, 09:31 - Messages and calls are end-to-end encrypted. Tap to learn more.\n13/05/2026, 09:31 - Tomas added Ana\n13/05/2026, 09:32 - Tomas: Yes\nfrom noon\n13/05/2026, 09:33 - Ana left",
        "Mira|Is it free?|2026-05-13T09:30:00\nTomas|Yes from noon|2026-05-13T09:32:00")]
    [InlineData(
        "[13.05.26, 09:30:05] Mira: Is it free?\n\u200E[13.05.26, 09:31:05] Tomas hat Ana hinzugefügt\n[13.05.26, 09:32:05] Tomas: Yes",
        "Mira|Is it free?|2026-05-13T09:30:05\nTomas|Yes|2026-05-13T09:32:05")]
    [InlineData(
        "5/13/26, 9:30\u202FPM - Mira: Is it free?\n5/13/26, 9:31\u202FPM - Tomas changed this group's icon\n5/13/26, 9:32\u202FPM - Tomas: Yes",
        "Mira|Is it free?|2026-05-13T21:30:00\nTomas|Yes|2026-05-13T21:32:00")]
    [InlineData(
        "13.05.26 09:30 - Mira: Is it free?\n13.05.26 09:31 - Tomas added Ana\n13.05.26 09:32 - Tomas: Yes",
        "Mira|Is it free?|2026-05-13T09:30:00\nTomas|Yes|2026-05-13T09:32:00")]
    [InlineData(
        "2026/5/13 下午9:30 - 米拉: 有空吗？\n2026/5/13 下午9:31 - 托马斯添加了安娜\n2026/5/13 下午9:32 - 托马斯: 有",
        "米拉|有空吗？|2026-05-13T21:30:00\n托马斯|有|2026-05-13T21:32:00")]
    [InlineData(
        "13/05/2026, 09:30 – Mira: Is it free?\n13/05/2026, 09:31 – Tomas added Ana\n13/05/2026, 09:32 – Tomas: Yes",
        "Mira|Is it free?|2026-05-13T09:30:00\nTomas|Yes|2026-05-13T09:32:00")]
    [InlineData(
        "[5/13/26, 9:30:05 PM] Mira: Hello\n[5/13/26, 12:00:00 AM] Tomas: Hi",
        "Mira|Hello|2026-05-13T21:30:05\nTomas|Hi|2026-05-13T00:00:00")]
    [InlineData(
        "米拉 2026-05-13 09:30:05\n你好，还有货吗？\n请问\n\n托马斯 2026-05-13 9:31:00\n有：两台",
        "米拉|你好，还有货吗？请问|2026-05-13T09:30:05\n托马斯|有：两台|2026-05-13T09:31:00")]
    [InlineData(
        "2026/5/13 9:30:05 米拉(10001)\n在吗\n2026/5/13 下午1:31:00 托马斯<t@shop.example>\n在的",
        "米拉|在吗|2026-05-13T09:30:05\n托马斯|在的|2026-05-13T13:31:00")]
    [InlineData(
        "Mira Olsen, [13.05.2026 09:30]\nIs it free?\n\nTomas, [13.05.2026 09:31]\nYes: it is",
        "Mira Olsen|Is it free?|2026-05-13T09:30:00\nTomas|Yes: it is|2026-05-13T09:31:00")]
    [InlineData(
        "Mira  9:30 AM\nMorning!\nTomas  1:31 PM\nHi",
        "Mira|Morning!|09:30:00\nTomas|Hi|13:31:00")]
    [InlineData(
        "Speaker 1  0:05\nMorning! At 12:30 it is.\n\nSpeaker 2  1:02:03\nHi",
        "Speaker 1|Morning! At 12:30 it is.|00:00:05\nSpeaker 2|Hi|01:02:03")]
    [InlineData(
        "Mira (00:12): one\nmore: yes\nTomas [1:15] two\nMira (00:01:20):\nthree",
        "Mira|one more: yes|00:00:12\nTomas|two|00:01:15\nMira|three|00:01:20")]
    [InlineData(
        "[doctor] how are you ?\n[patient] hi , at 12:30 it hurt\nthen not\n[doctor]",
        "doctor|how are you ?\npatient|hi , at 12:30 it hurt then not\ndoctor|")]
    [InlineData(
        "A title\n\nMira: one\nTomas: two",
        "Mira|one\nTomas|two")]
    public async Task Should_find_who_said_what_when(string text, string turns)
    {
        Assert.Equal(turns, Parsed.Lines(await Parsed.OneAsync(text, "chat.txt")));
        Assert.Equal(turns, Parsed.Lines(await Parsed.OneAsync(text, null)));
    }

    [Theory]
    [InlineData(
        "---\ntitle: Talk\nspeaker: none\n---\n# A talk\n\n**Mira Olsen:** Hello \\[laughs\\]\n\nAnd more.\n\n**Break:** \\[20:03\\] to \\[21:51\\]\n\n**Tomas**: Yes\n",
        "Mira Olsen|Hello [laughs] And more.\nTomas|Yes")]
    [InlineData(
        "**Mira** (00:12): one\n\n**[00:15] Tomas:** no\n\n[01:02:03] **Tomas:** two",
        "Mira|one **[00:15] Tomas:** no|00:00:12\nTomas|two|01:02:03")]
    [InlineData(
        "**Mira:** \\[05:32\\] one \\[06:00\\]\n\n**Tomas:** two",
        "Mira|one [06:00]|00:05:32\nTomas|two")]
    [InlineData(
        "# Minutes\n\n## Mira\n\nHello.\n\nAgain.\n\n## Tomas (00:15)\n\nHi.\n",
        "Mira|Hello. Again.\nTomas|Hi.|00:00:15")]
    [InlineData(
        "Mira: plain\n\nTomas: lines",
        "Mira|plain\nTomas|lines")]
    public async Task Should_read_markdown(string text, string turns) =>
        Assert.Equal(turns, Parsed.Lines(await Parsed.OneAsync(text, "talk.md")));

    [Theory]
    [InlineData("chat.txt", "words and words\nand no speaker")]
    [InlineData("chat.log", "words")]
    [InlineData("chat.md", "# A heading\n\nwords")]
    public async Task Should_say_that_nobody_speaks(string file, string text)
    {
        ParsedRecord record = Assert.Single(await Parsed.OfAsync(text, file));
        Assert.Contains("no line reads “speaker: words”", record.Refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("00:12", false, "00:00:12")]
    [InlineData("75:12", false, "01:15:12")]
    [InlineData("9:05", true, "09:05:00")]
    [InlineData("1:02:03,5", false, "01:02:03.500")]
    [InlineData("2026-05-13 09:30", false, "2026-05-13T09:30:00")]
    [InlineData("2026-05-13T09:30:05Z", false, "2026-05-13T09:30:05Z")]
    [InlineData("2026-05-13T09:30:05.25+08:00", false, "2026-05-13T09:30:05.250+08:00")]
    [InlineData("2026年5月13日 下午3:30", false, "2026-05-13T15:30:00")]
    [InlineData("3/4/2026 09:30", false, "3/4/2026 09:30")]
    [InlineData("12.5", false, "00:00:12.500")]
    [InlineData("1778664605", false, "2026-05-13T09:30:05Z")]
    [InlineData("1778664605250", false, "2026-05-13T09:30:05.25Z")]
    [InlineData("99:99", true, "99:99")]
    [InlineData("soon", false, "soon")]
    [InlineData("", false, null)]
    public void Should_bring_times_to_offsets_and_instants(string written, bool ofDay, string? time) => Assert.Equal(time, TurnTime.Of(written, ofDay));
}
