using System.Text;
using System.Text.Json;
using DialInsight.Quality.Releases;

namespace DialInsight.Quality.Exports;

/// <summary>The file by which LLaMA-Factory knows data sets: copy the release's folder into its <c>data/</c>, or point <c>dataset_dir</c> at it.</summary>
internal static class DatasetInfo
{
    /// <summary>One data set per format, <c>recipe-v1-alpaca</c>, and one per part of the split, <c>recipe-v1-train</c>; where a part is in several files they are numbered, <c>recipe-v1-train-0</c>.</summary>
    public static string Json(Release release)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, ExportJson.Indented))
        {
            json.WriteStartObject();
            if (release.Offers("alpaca"))
                Write(json, $"{release.Name}-alpaca", "alpaca.json", "alpaca",
                    [("prompt", "instruction"), ("query", "input"), ("response", "output")], []);
            if (release.Offers("sharegpt"))
                Write(json, $"{release.Name}-sharegpt", "sharegpt.json", "sharegpt",
                    [("messages", "conversations")],
                    [("role_tag", "from"), ("content_tag", "value"), ("user_tag", "human"), ("assistant_tag", "gpt"),
                        ("observation_tag", "observation"), ("function_tag", "function_call"), ("system_tag", "system")]);
            if (release.Offers("messages"))
                WriteMessages(json, $"{release.Name}-messages", "messages.jsonl");
            foreach (IGrouping<string, ExportFile> part in release.Files.Where(file => file.IsOfSplit).GroupBy(file => file.Format))
            {
                foreach ((int number, ExportFile shard) in part.Index())
                    WriteMessages(json, part.Count() == 1 ? $"{release.Name}-{part.Key}" : $"{release.Name}-{part.Key}-{number}", shard.Name);
            }

            if (release.Files.Any(file => file is { Format: PreferenceFormat.Of, Rows: > 0 }))
                Write(json, $"{release.Name}-preference", "preference.jsonl", "alpaca",
                    [("prompt", "instruction"), ("query", "input"), ("chosen", "chosen"), ("rejected", "rejected")], [], ranking: true);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static void WriteMessages(Utf8JsonWriter json, string name, string file) => Write(
        json, name, file, "sharegpt", [("messages", "messages")],
        [("role_tag", "role"), ("content_tag", "content"), ("user_tag", "user"), ("assistant_tag", "assistant"), ("system_tag", "system")]);

    private static void Write(
        Utf8JsonWriter json, string name, string file, string formatting, (string Name, string Value)[] columns, (string Name, string Value)[] tags,
        bool ranking = false)
    {
        json.WriteStartObject(name);
        json.WriteString("file_name", file);
        json.WriteString("formatting", formatting);
        if (ranking)
            json.WriteBoolean("ranking", true);
        Write(json, "columns", columns);
        if (tags.Length > 0)
            Write(json, "tags", tags);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, (string Name, string Value)[] entries)
    {
        json.WriteStartObject(name);
        foreach ((string key, string value) in entries)
            json.WriteString(key, value);
        json.WriteEndObject();
    }
}
