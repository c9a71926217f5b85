using System.Reflection;
using System.Security.Cryptography;

namespace DialInsight.WebConsole.Assets;

/// <summary>Style and script: part of the program, named by what they hold, kept by browsers for a year.</summary>
internal static class AssetEndpoints
{
    private static readonly Asset s_style = Asset.Read("console.css", "text/css; charset=utf-8");
    private static readonly Asset s_script = Asset.Read("console.js", "text/javascript; charset=utf-8");

    /// <summary>The address of the style.</summary>
    public static string Style => s_style.Address;

    /// <summary>The address of the script.</summary>
    public static string Script => s_script.Address;

    public static void MapAssets(this IEndpointRouteBuilder endpoints)
    {
        foreach (Asset asset in (Asset[])[s_style, s_script])
        {
            endpoints.MapGet(asset.Address, (HttpResponse response) =>
            {
                response.Headers.CacheControl = "public, max-age=31536000, immutable";
                return TypedResults.Bytes(asset.Content, asset.Type);
            }).AllowAnonymous().ExcludeFromDescription();
        }
    }

    private sealed record Asset(string Address, byte[] Content, string Type)
    {
        public static Asset Read(string name, string type)
        {
            using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
            byte[] content = new byte[stream.Length];
            stream.ReadExactly(content);
            return new Asset($"/console/assets/{Convert.ToHexStringLower(SHA256.HashData(content))[..12]}/{name}", content, type);
        }
    }
}
