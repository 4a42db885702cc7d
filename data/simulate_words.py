"""The words of made-up innovations: for every sector how often, by which offices, about what.

All of it is invented, and none of it is a person's name. A thing is one letter, the key of
ACTIONS, and a phrase: K goods to sell, L services with papers, M troubles, O people, B places
and works, T the inner workings of an office.
"""

from typing import NamedTuple

PUBLIC, INNER, OTHER = "Pelayanan publik", "Tata kelola", "Lainnya"


class Sector(NamedTuple):
    """How a sector's innovations come about: its share of all, usual form, offices, things."""

    weight: float
    form: str
    offices: str  # separated by "; ", the one that has most first
    things: str


# What is done: the start of the long name, and of the sentence.
ACTIONS = {
    "B": (("Pantau", "Pemantauan"), ("Rawat", "Perawatan"), ("Tata", "Penataan"),
          ("Petakan", "Pemetaan"), ("Gotong", "Gotong royong untuk"), ("Benah", "Pembenahan")),
    "K": (("Potensi", "Pemetaan potensi"), ("Pasar", "Pemasaran bersama"),
          ("Mutu", "Peningkatan mutu"), ("Koperasi", "Koperasi pengelola"),
          ("Sekolah", "Kelas praktik"), ("Promosi", "Promosi rutin")),
    "L": (("Jemput", "Layanan jemput bola untuk"), ("Percepatan", "Percepatan pengurusan"),
          ("Antar", "Pengantaran hasil pengurusan"), ("Syarat", "Pemeriksaan awal syarat"),
          ("Ramah", "Loket ramah penyandang disabilitas untuk"),
          ("Petang", "Layanan petang hari untuk")),
    "M": (("Cegah", "Pencegahan"), ("Tanggap", "Penanganan cepat"),
          ("Lapor", "Pelaporan warga tentang"), ("Deteksi", "Deteksi dini"),
          ("Gerakan", "Gerakan menekan"), ("Siaga", "Kesiagaan terhadap")),
    "O": (("Dampingi", "Pendampingan"), ("Kelas", "Kelas belajar bagi"),
          ("Sapa", "Kunjungan rutin kepada"), ("Temu", "Forum bulanan bagi"),
          ("Relawan", "Jejaring relawan untuk"), ("Bekal", "Pembekalan bagi")),
    "T": (("Sistem", "Sistem informasi"), ("Integrasi", "Pengintegrasian"),
          ("Kendali", "Pengendalian"), ("Klinik", "Konsultasi tentang"),
          ("Gerbang", "Pengelolaan satu pintu untuk"), ("Tertib", "Penertiban")),
}  # fmt: skip
EDUCATION = "Dinas Pendidikan; UPT Satuan Pendidikan Wilayah 1; UPT Satuan Pendidikan Wilayah 2"
HEALTH = (
    "Dinas Kesehatan; UPT Puskesmas Wilayah 1; UPT Puskesmas Wilayah 2; UPT Puskesmas Wilayah 3;"
    " UPT Puskesmas Wilayah 4; UPT Puskesmas Wilayah 5; Rumah Sakit Umum Daerah"
)
WORKS = "Dinas Pekerjaan Umum dan Penataan Ruang"
HOUSING = "Dinas Perumahan Rakyat dan Kawasan Permukiman"
ORDER = "Satuan Polisi Pamong Praja dan Pemadam Kebakaran; Badan Penanggulangan Bencana Daerah"
LABOUR = "Dinas Tenaga Kerja dan Transmigrasi"
FAMILY = "Dinas Pengendalian Penduduk, Keluarga Berencana, dan Pemberdayaan Perempuan"
FARMING = "Dinas Pertanian dan Ketahanan Pangan; UPT Penyuluhan Pertanian Wilayah 1"
NATURE = "Dinas Lingkungan Hidup"
MEDIA = "Dinas Komunikasi, Informatika, Statistik, dan Persandian"
TRADE = "Dinas Koperasi, Usaha Kecil, Perdagangan, dan Perindustrian"
YOUTH = "Dinas Kepemudaan, Olahraga, Kebudayaan, dan Pariwisata"
READING = "Dinas Perpustakaan dan Kearsipan"
PLANNING = "Badan Perencanaan Pembangunan, Riset, dan Inovasi Daerah"
MONEY = "Badan Pendapatan Daerah; Badan Pengelolaan Keuangan dan Aset Daerah"
STAFF = "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia"
ECONOMY = "Bagian Perekonomian dan Sumber Daya Alam Sekretariat Daerah"
COUNTER = "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu"
SEVERAL = (
    "Sekretariat Daerah; Inspektorat Daerah; Kecamatan Wilayah 1; Kecamatan Wilayah 2;"
    " Kecamatan Wilayah 3; Sekretariat DPRD; Badan Kesatuan Bangsa dan Politik"
)
SECTORS = {
    "01": Sector(10, PUBLIC, EDUCATION,
        "O guru kelas awal; O anak putus sekolah; O siswa berkebutuhan khusus; O guru honorer;"
        " O anak usia dini; M perundungan di sekolah; M buta aksara; B ruang kelas rusak;"
        " B perpustakaan sekolah; L beasiswa daerah; L pindah sekolah; T data pokok pendidikan"),
    "02": Sector(20, PUBLIC, HEALTH,
        "O ibu hamil; O balita stunting; O lansia sehat; O remaja putri; O pasien jiwa;"
        " O kader posyandu; M anemia remaja; M hipertensi; M diabetes melitus; M demam berdarah;"
        " M tuberkulosis; M gizi buruk; L rujukan persalinan; L antrean puskesmas; L obat kronis;"
        " L surat sehat; B jamban sehat; B air minum layak; T rekam medis; T stok vaksin"),
    "03": Sector(7, PUBLIC, WORKS,
        "B irigasi rawa; B jalan lingkungan; B jembatan desa; B drainase kota; B sumur bor warga;"
        " L bangunan gedung; L tata ruang; M jalan berlubang; M genangan kota; T aset jalan"),
    "04": Sector(4, PUBLIC, HOUSING,
        "B rumah tidak layak huni; B permukiman kumuh; B taman perumahan; B rumah susun;"
        " L sertifikat rumah subsidi; T data perumahan"),
    "05": Sector(4.5, PUBLIC, ORDER,
        "M kebakaran permukiman; M karhutla; M banjir kiriman; M pelanggaran perda;"
        " O linmas desa; O relawan pemadam; B pos ronda"),
    "06": Sector(7.5, PUBLIC, "Dinas Sosial",
        "O lansia telantar; O penyandang disabilitas; O keluarga miskin; O anak asuh;"
        " L bantuan sosial; L jaminan kesehatan warga; M kemiskinan ekstrem; T data kesejahteraan"),
    "07": Sector(2, PUBLIC, LABOUR,
        "O pencari kerja; O lulusan SMK; O pekerja migran; L kartu kerja; M pengangguran muda;"
        " M perselisihan kerja"),
    "08": Sector(2, PUBLIC, FAMILY,
        "O perempuan kepala keluarga; O forum anak; M kekerasan anak; M perkawinan anak;"
        " B ruang ramah anak"),
    "09": Sector(2, PUBLIC, FARMING,
        "K beras lokal; K pangan olahan; M rawan pangan; M gejolak harga pangan; B lumbung desa;"
        " B pekarangan lestari"),
    "10": Sector(0.6, PUBLIC, WORKS,
        "L tanah wakaf; L sertifikat aset desa; M sengketa batas; T bidang tanah"),
    "11": Sector(4, PUBLIC, NATURE,
        "M sampah plastik; M limbah rumah tangga; M pencemaran sungai; K kompos warga;"
        " B bank sampah; B sungai kota; B hutan kota; L persetujuan lingkungan"),
    "12": Sector(5, PUBLIC, "Dinas Kependudukan dan Pencatatan Sipil",
        "L akta kelahiran; L akta kematian; L kartu keluarga; L kartu identitas anak;"
        " L rekam KTP; L pindah datang; L akta perkawinan; O warga pedalaman; T data penduduk"),
    "13": Sector(3, INNER, "Dinas Pemberdayaan Masyarakat dan Desa",
        "T keuangan desa; T profil desa; T aset desa; O perangkat desa; O kader desa; K BUMDes"),
    "14": Sector(1.5, PUBLIC, FAMILY,
        "O pasangan muda; O keluarga berisiko stunting; L kontrasepsi; B kampung keluarga;"
        " T data keluarga"),
    "15": Sector(1.5, PUBLIC, "Dinas Perhubungan",
        "L uji kendaraan; L parkir tepi jalan; M kecelakaan lalu lintas; B lampu jalan;"
        " B dermaga sungai; O pelajar penumpang angkutan"),
    "16": Sector(4, INNER, MEDIA,
        "T aplikasi daerah; T jaringan pemda; T pengaduan warga; M hoaks; O jurnalis warga;"
        " B internet desa"),
    "17": Sector(2.5, PUBLIC, TRADE,
        "K produk UMKM; K warung rakyat; O UMKM rintisan; O pengurus koperasi; L sertifikat halal;"
        " L merek usaha"),
    "18": Sector(3, PUBLIC, COUNTER,
        "L izin usaha mikro; L izin praktik; L izin reklame; T peluang investasi; T laporan modal;"
        " O pelaku usaha baru"),
    "19": Sector(0.8, PUBLIC, YOUTH,
        "O pemuda pelopor; O atlet pelajar; B lapangan desa; M kenakalan remaja"),
    "20": Sector(0.8, INNER, MEDIA,
        "T statistik sektoral; T satu data daerah; T data desa; O agen statistik"),
    "21": Sector(0.7, INNER, MEDIA,
        "T tanda tangan elektronik; T keamanan siber; M kebocoran data; L sertifikat elektronik"),
    "22": Sector(1, OTHER, YOUTH,
        "K tenun tradisi; O maestro seni; O sanggar seni; B cagar budaya; B rumah adat"),
    "23": Sector(1.4, PUBLIC, READING,
        "B taman baca; B perpustakaan desa; O pembaca cilik; O pegiat literasi;"
        " L pinjam buku"),
    "24": Sector(0.9, INNER, READING,
        "T arsip dinamis; T arsip desa; M arsip rusak; L salinan arsip"),
    "25": Sector(1.8, PUBLIC, "Dinas Perikanan",
        "K ikan asap; K benih ikan papuyu; K kerupuk haruan; M setrum ikan; B perairan rawa;"
        " O nelayan sungai"),
    "26": Sector(1.5, OTHER, YOUTH,
        "K paket wisata sungai; K wisata gunung; B pasar terapung; B desa wisata;"
        " O pemandu wisata"),
    "27": Sector(5, PUBLIC, FARMING,
        "K padi rawa; K cabai rawit; K karet rakyat; K itik petelur; K jeruk siam; K pupuk hayati;"
        " M hama tikus; M penyakit ternak; O petani muda; O kelompok tani; B lahan tidur"),
    "28": Sector(0.5, OTHER, NATURE,
        "B hutan rakyat; B mangrove; K madu hutan; O pemegang hutan adat"),
    "29": Sector(0.5, OTHER, ECONOMY,
        "B surya atap; B lubang tambang; K briket kayu; M tambang liar"),
    "30": Sector(1.8, PUBLIC, TRADE,
        "B pasar rakyat; L tera ulang; M timbangan curang; K sembako murah; T harga pasar"),
    "31": Sector(1.3, OTHER, TRADE,
        "K anyaman purun; K kain pewarna alam; K mebel rotan; O perajin muda; L izin industri"),
    "32": Sector(0.4, OTHER, LABOUR, "O warga transmigran; B kawasan transmigrasi; T lahan usaha"),
    "33": Sector(3.5, INNER, PLANNING,
        "T rencana kerja daerah; T usulan musrenbang; T evaluasi pembangunan; T peta rencana;"
        " O perencana muda"),
    "34": Sector(3, INNER, MONEY,
        "T pajak daerah; T retribusi pasar; T belanja daerah; T barang milik daerah;"
        " L pajak bumi bangunan; M tunggakan pajak"),
    "35": Sector(2.5, INNER, STAFF,
        "T kinerja pegawai; T presensi pegawai; L kenaikan pangkat; L pensiun pegawai;"
        " O pegawai baru"),
    "36": Sector(1, INNER, STAFF,
        "T jam belajar pegawai; T alumni pelatihan; O peserta pelatihan; O widyaiswara"),
    "37": Sector(3, INNER, PLANNING,
        "T inovasi daerah; T kajian daerah; T kekayaan intelektual; O inovator muda; K alat guna"),
    "38": Sector(7, INNER, SEVERAL,
        "T surat kecamatan; T produk hukum; T pengadaan langsung; T agenda pimpinan;"
        " T risalah rapat; T tindak lanjut temuan; L surat pengantar; L legalisasi;"
        " M gratifikasi; M konflik sosial; O pemilih pemula; B kantor kelurahan"),
}  # fmt: skip
