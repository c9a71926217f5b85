using DialInsight.DomainPacks.Packs;

namespace DialInsight.Conversations.Parsing.Json;

/// <summary>The JSON shapes of mappings.yaml, which is part of the program.</summary>
internal static class BuiltInMappings
{
    private const string File = "mappings.yaml";

    public static IReadOnlyList<FieldMapping> All { get; } = Read();

    private static IReadOnlyList<FieldMapping> Read()
    {
        using Stream stream = typeof(BuiltInMappings).Assembly.GetManifestResourceStream(File)!;
        using var reader = new StreamReader(stream);
        return FieldMappingReader.Read(reader.ReadToEnd(), File);
    }
}
