using System.IO.Compression;
using System.Text.Json;

namespace DialInsight.Conversations.Tests.Fixtures;

/// <summary>Conversations that no other test has.</summary>
internal static class Some
{
    private static int s_number;

    /// <summary>Words that occur nowhere else.</summary>
    public static string Words() => $"shelf {Interlocked.Increment(ref s_number)}";

    /// <summary>A conversation on one line.</summary>
    public static string Conversation(string? words = null, string more = "") =>
        $$"""{{{more}}"turns":[{"role":"reader","text":{{JsonSerializer.Serialize($"Where is {words ?? Words()}?")}}},{"role":"librarian","text":"Upstairs, on the left."}]}""";

    /// <summary>An archive of these files.</summary>
    public static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        var buffer = new MemoryStream();
        using (var archive = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in files)
            {
                using Stream entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return buffer.ToArray();
    }
}
