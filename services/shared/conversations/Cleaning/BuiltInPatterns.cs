using DialInsight.DomainPacks.Cleaning;

namespace DialInsight.Conversations.Cleaning;

/// <summary>The patterns of cleaning.yaml, which is part of the program.</summary>
internal static class BuiltInPatterns
{
    private const string File = "cleaning.yaml";

    public static CleaningPatterns All { get; } = Read();

    private static CleaningPatterns Read()
    {
        using Stream stream = typeof(BuiltInPatterns).Assembly.GetManifestResourceStream(File)!;
        using var reader = new StreamReader(stream);
        return CleaningPatternReader.Read(reader.ReadToEnd(), File);
    }
}
