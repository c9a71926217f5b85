using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace DialInsight.Hosting.Tests;

public sealed class When_connections_are_encrypted
{
    [Fact]
    public async Task A_certificate_from_files_is_named_by_settings_alone()
    {
        using var folder = new TemporaryFolder();
        (string certificate, string key) = WriteCertificate(folder);
        await using NoteHost host = await NoteHost.StartAsync(folder, settings:
            ["--urls=https://127.0.0.1:0", $"--Kestrel:Certificates:Default:Path={certificate}", $"--Kestrel:Certificates:Default:KeyPath={key}"]);
        using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, shown, _, _) => shown?.Subject == "CN=dialinsight.test" };
        using var http = new HttpClient(handler) { BaseAddress = host.Http.BaseAddress };

        HttpResponseMessage answer = await http.GetAsync("/who");

        Assert.Equal("https", http.BaseAddress!.Scheme);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("max-age=31536000", answer.Headers.GetValues("Strict-Transport-Security").Single());
    }

    private static (string Certificate, string Key) WriteCertificate(string folder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=dialinsight.test", key, HashAlgorithmName.SHA256);
        using X509Certificate2 certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        (string certificatePath, string keyPath) = (Path.Combine(folder, "tls.crt"), Path.Combine(folder, "tls.key"));
        File.WriteAllText(certificatePath, certificate.ExportCertificatePem());
        File.WriteAllText(keyPath, key.ExportPkcs8PrivateKeyPem());
        return (certificatePath, keyPath);
    }
}
